// Values from the recording to begin with; a click asks the question about one.

import Header from '@cloudscape-design/components/header';
import Pagination from '@cloudscape-design/components/pagination';
import Table, { type TableProps } from '@cloudscape-design/components/table';
import { useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { TimeRange } from '../../src/investigations/investigation.ts';
import { asProblem } from '../api/problem.ts';
import type { Definition } from '../api/responses.ts';
import { useQueryResult } from '../api/use-api.ts';
import { cellText } from '../finding/cell-text.ts';
import { LongText } from '../finding/long-text.tsx';
import { pageCount, pageOf } from '../finding/table-rows.ts';
import type { Zone } from '../format/time.ts';
import { Nothing } from '../shell/nothing.tsx';
import { ProblemAlert } from '../shell/problem-alert.tsx';
import { RouteLink } from '../shell/route-link.tsx';
import { usePreferences } from '../shell/use-preferences.tsx';
import { writeInputs } from './inputs.ts';
import { type PointRow, pointRows, type StartingPoints } from './starting-points.ts';

const pageSize = 10;

interface Props {
  readonly definition: Definition;
  readonly points: StartingPoints & { readonly input: string };
  readonly range: TimeRange;
}

export function StartingPointsTable({ definition, points, range }: Props) {
  const { zone } = usePreferences();
  const [params] = useSearchParams();
  const [page, setPage] = useState(1);
  const { data, error, isFetching, refetch } = useQueryResult({ query: points.query, ...range }, 'points');
  const rows = useMemo(() => (data === undefined ? [] : pointRows(points, data)), [points, data]);
  const pages = pageCount(rows.length, pageSize);
  const pathOf = (row: PointRow): string =>
    `/q/${definition.id}?${writeInputs(definition, params, { [points.input]: String(row[points.valueKey]) })}`;
  if (error !== null) return <ProblemAlert problem={asProblem(error)} onRetry={() => void refetch()} />;
  return (
    <Table<PointRow>
      header={
        <Header variant="h2" description="From the recording. Choose one to ask about it.">
          {points.title}
        </Header>
      }
      items={pageOf(rows, page, pageSize)}
      loading={isFetching}
      loadingText="Looking in the recording"
      contentDensity="compact"
      wrapLines
      empty={<Nothing title="There are none in this time range">Choose a longer one above.</Nothing>}
      columnDefinitions={columnDefinitions(points, zone, pathOf)}
      pagination={
        pages > 1 && (
          <Pagination
            currentPageIndex={page}
            pagesCount={pages}
            onChange={({ detail }) => setPage(detail.currentPageIndex)}
          />
        )
      }
    />
  );
}

function columnDefinitions(
  { columns, valueKey }: StartingPoints,
  zone: Zone,
  pathOf: (row: PointRow) => string,
): readonly TableProps.ColumnDefinition<PointRow>[] {
  return columns.map(({ key, title, kind }) => ({
    id: key,
    header: title,
    isRowHeader: key === valueKey,
    cell: (row) => {
      const text = cellText(row[key], kind, zone);
      if (key === valueKey) {
        return (
          <span className="nowrap">
            <RouteLink to={pathOf(row)}>{text}</RouteLink>
          </span>
        );
      }
      if (text === '') return <span className="absent">–</span>;
      return kind === 'text' ? <LongText text={text} /> : <span className="number nowrap">{text}</span>;
    },
  }));
}
