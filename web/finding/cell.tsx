// A cell of a finding's table: linked where it names a task or a service, with an icon where it is a tone.

import { useLocation, useParams, useSearchParams } from 'react-router';
import type { FindingColumn } from '../../src/investigations/finding.ts';
import { useDefinitions } from '../api/use-api.ts';
import { shortTaskIds } from '../format/task-id.ts';
import { rangeSearch } from '../range/time-range.ts';
import { RouteLink } from '../shell/route-link.tsx';
import { usePreferences } from '../shell/use-preferences.tsx';
import { isTone, ToneIcon } from '../theme/tone-text.tsx';
import { cellText } from './cell-text.ts';
import { cellPath } from './links.ts';
import { LongText } from './long-text.tsx';
import type { Row } from './table-rows.ts';

interface Props {
  readonly row: Row;
  readonly column: FindingColumn;
}

export function Cell({ row, column: { key, kind } }: Props) {
  const { zone } = usePreferences();
  const value = row[key] ?? null;
  const text = cellText(value, kind, zone);
  if (text === '') return <span className="absent">–</span>;
  switch (kind) {
    case 'tone':
      return isTone(text) ? <ToneIcon tone={text} /> : text;
    case 'task':
    case 'service':
      return <SubjectLink kind={kind} value={String(value)} text={text} />;
    case 'time':
      return (
        <span className="number" title={text}>
          {withoutFraction(text)}
        </span>
      );
    case 'number':
    case 'duration':
      return <span className="number">{text}</span>;
    case 'text':
      return <LongText text={text} />;
  }
}

/** Milliseconds are for the curious: the title has them. */
const withoutFraction = (time: string): string => time.replace(/\.\d{3}$/, '');

interface SubjectProps {
  readonly kind: 'task' | 'service';
  readonly value: string;
  readonly text: string;
}

function SubjectLink({ kind, value, text }: SubjectProps) {
  const definitions = useDefinitions();
  const { id } = useParams();
  const [params] = useSearchParams();
  const { pathname, search } = useLocation();
  const path = cellPath(kind, value, definitions.data ?? [], {
    question: id,
    rangeSearch: rangeSearch(params),
  });
  const shown = kind === 'task' ? shortTaskIds(text) : text;
  if (path === null || path === pathname + search) return <span title={value}>{shown}</span>;
  return (
    <span title={value} className={kind === 'task' ? 'mono' : undefined}>
      <RouteLink to={path} ariaLabel={text}>
        {shown}
      </RouteLink>
    </span>
  );
}
