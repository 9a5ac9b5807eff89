// A cell of a finding's table: linked where it names a task or a service, with an icon where it is a tone.

import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useLocation, useSearchParams } from 'react-router';
import type { FindingColumn } from '../../src/investigations/finding.ts';
import { useDefinitions } from '../api/use-api.ts';
import { rangeSearch } from '../range/time-range.ts';
import { RouteLink } from '../shell/route-link.tsx';
import { usePreferences } from '../shell/use-preferences.tsx';
import { isTone, toneIndicator } from '../theme/tone.ts';
import { cellText } from './cell-text.ts';
import { cellPath } from './links.ts';
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
      return isTone(text) ? <StatusIndicator type={toneIndicator[text]} iconAriaLabel={text} /> : text;
    case 'task':
    case 'service':
      return <SubjectLink kind={kind} value={String(value)} text={text} />;
    case 'time':
      return <span className="number nowrap">{text}</span>;
    case 'number':
    case 'duration':
      return <span className="number nowrap">{text}</span>;
    case 'text':
      return text;
  }
}

interface SubjectProps {
  readonly kind: 'task' | 'service';
  readonly value: string;
  readonly text: string;
}

/** The whole id of a task tells a reader nothing, but has to be there to be copied: the start is shown, the rest hides. */
const taskIdShown = 12;

function SubjectLink({ kind, value, text }: SubjectProps) {
  const definitions = useDefinitions();
  const [params] = useSearchParams();
  const { pathname, search } = useLocation();
  const path = cellPath(kind, value, definitions.data ?? [], rangeSearch(params));
  const shown = kind === 'task' && /^[0-9a-f]{32}$/.test(text) ? `${text.slice(0, taskIdShown)}…` : text;
  if (path === null || path === pathname + search) return <span title={value}>{shown}</span>;
  return (
    <span title={value} className={kind === 'task' ? 'mono nowrap' : 'nowrap'}>
      <RouteLink to={path} ariaLabel={text}>
        {shown}
      </RouteLink>
    </span>
  );
}
