// Events over time by detail-type, asked in the same language as everything else.

import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import { useMemo } from 'react';
import type { TimeRange } from '../../src/investigations/investigation.ts';
import { asProblem } from '../api/problem.ts';
import { useQueryResult } from '../api/use-api.ts';
import { TimeBars } from '../charts/time-bars.tsx';
import { insightsPath } from '../finding/links.ts';
import { Loading } from '../shell/loading.tsx';
import { Nothing } from '../shell/nothing.tsx';
import { ProblemAlert } from '../shell/problem-alert.tsx';
import { RouteLink } from '../shell/route-link.tsx';
import { type ActivityQuery, activityQuery, activitySeries } from './activity.ts';

const height = 220;

export function ActivityPanel({ range }: { readonly range: TimeRange }) {
  const query = useMemo(() => activityQuery(range), [range]);
  return (
    <Container
      header={
        <Header
          variant="h2"
          actions={<RouteLink to={insightsPath(query.text, range)}>Open in Insights</RouteLink>}
        >
          Events over time
        </Header>
      }
    >
      <ActivityChart query={query} range={range} />
    </Container>
  );
}

function ActivityChart({ query, range }: { readonly query: ActivityQuery; readonly range: TimeRange }) {
  const { data, error, refetch } = useQueryResult({ query: query.text, ...range }, 'activity');
  const series = useMemo(() => (data === undefined ? [] : activitySeries(data)), [data]);
  if (error !== null) return <ProblemAlert problem={asProblem(error)} onRetry={() => void refetch()} />;
  if (data === undefined) return <Loading label="Counting events" />;
  if (series.length === 0)
    return <Nothing title="No event in this time range">Choose a longer one above.</Nothing>;
  return (
    <TimeBars
      title="Events over time"
      series={series}
      bucketMs={query.bucketMs}
      range={range}
      height={height}
    />
  );
}
