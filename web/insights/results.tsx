// What a query found: the histogram of matching events and the rows, or that there are none.

import Alert from '@cloudscape-design/components/alert';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import Pagination from '@cloudscape-design/components/pagination';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useMemo, useState } from 'react';
import type { TimeRange } from '../../src/investigations/investigation.ts';
import type { Histogram } from '../../src/queries/query.ts';
import type { QueryResult } from '../api/responses.ts';
import { TimeBars } from '../charts/time-bars.tsx';
import { pageCount, pageOf } from '../finding/table-rows.ts';
import { Nothing } from '../shell/nothing.tsx';
import { ResultTable } from './result-table.tsx';

const pageSize = 100;
/** How many rows a query without `limit` gives (`resultRowsDefault` of src/limits.ts). */
const rowsWithoutLimit = 10_000;

interface Props {
  readonly result: QueryResult;
  readonly range: TimeRange;
}

export function Results({ result, range }: Props) {
  return (
    <SpaceBetween size="l">
      {result.warnings.length > 0 && (
        <Alert type="warning" header="The query ran, but may not say what it looks like">
          {result.warnings.map(({ message, hint, span }) => (
            <div key={`${span.start} ${message}`}>
              {message} {hint}
            </div>
          ))}
        </Alert>
      )}
      {result.histogram?.buckets.some(({ count }) => count > 0) && (
        <Container header={<Header variant="h2">Matching events over time</Header>}>
          <MatchHistogram histogram={result.histogram} range={range} />
        </Container>
      )}
      <Rows result={result} />
    </SpaceBetween>
  );
}

function MatchHistogram({ histogram, range }: { readonly histogram: Histogram; readonly range: TimeRange }) {
  const series = useMemo(
    () => [
      {
        name: 'Matching events',
        color: 'var(--series-1)',
        counts: new Map(histogram.buckets.map(({ startMs, count }) => [startMs, count])),
      },
    ],
    [histogram],
  );
  return (
    <TimeBars
      title="Matching events over time"
      series={series}
      bucketMs={histogram.bucketMs}
      range={range}
      height={130}
    />
  );
}

function Rows({ result }: { readonly result: QueryResult }) {
  const [page, setPage] = useState(1);
  const { rows } = result;
  const pages = pageCount(rows.length, pageSize);
  return (
    <Container
      header={
        <Header
          variant="h2"
          description={
            rows.length === rowsWithoutLimit &&
            'A query gives this many rows unless it says otherwise: add | limit 100000 for more.'
          }
          counter={`(${rows.length.toLocaleString('en-US')})`}
          actions={
            pages > 1 && (
              <Pagination
                currentPageIndex={page}
                pagesCount={pages}
                onChange={({ detail }) => setPage(detail.currentPageIndex)}
              />
            )
          }
        >
          Rows
        </Header>
      }
    >
      {rows.length === 0 ? (
        <Nothing title="No event matches">
          Try a longer time range, other log groups, or fewer conditions.
        </Nothing>
      ) : (
        <ResultTable
          result={result}
          rows={pageOf(rows, page, pageSize)}
          firstNumber={(page - 1) * pageSize + 1}
        />
      )}
    </Container>
  );
}
