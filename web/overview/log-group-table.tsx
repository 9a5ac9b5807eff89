// The log groups with what is in them; each leads to its events.

import Header from '@cloudscape-design/components/header';
import Table, { type TableProps } from '@cloudscape-design/components/table';
import type { GroupSummary } from '../api/responses.ts';
import { formatBytes, formatCount } from '../format/quantities.ts';
import { formatTime, type Zone } from '../format/time.ts';
import { RouteLink } from '../shell/route-link.tsx';
import { usePreferences } from '../shell/use-preferences.tsx';

const insightsOf = (name: string): string =>
  `/insights?${new URLSearchParams({ group: name, since: 'recorded' })}`;

export function LogGroupTable({ groups }: { readonly groups: readonly GroupSummary[] }) {
  const { zone } = usePreferences();
  return (
    <Table
      header={
        <Header variant="h2" counter={`(${groups.length})`}>
          Log groups
        </Header>
      }
      items={groups}
      trackBy="name"
      contentDensity="compact"
      columnDefinitions={columns(zone)}
    />
  );
}

const columns = (zone: Zone): readonly TableProps.ColumnDefinition<GroupSummary>[] => [
  {
    id: 'name',
    header: 'Name',
    isRowHeader: true,
    cell: ({ name }) => <RouteLink to={insightsOf(name)}>{name}</RouteLink>,
  },
  { id: 'events', header: 'Events', cell: ({ events }) => <Figures>{formatCount(events)}</Figures> },
  {
    id: 'bytes',
    header: 'Size of the messages',
    cell: ({ bytes }) => <Figures>{formatBytes(bytes)}</Figures>,
  },
  {
    id: 'first',
    header: 'First event',
    cell: ({ firstEventMs }) => <Moment timeMs={firstEventMs} zone={zone} />,
  },
  {
    id: 'last',
    header: 'Last event',
    cell: ({ lastEventMs }) => <Moment timeMs={lastEventMs} zone={zone} />,
  },
];

const Figures = ({ children }: { readonly children: string }) => <span className="number">{children}</span>;

const Moment = ({ timeMs, zone }: { readonly timeMs: number | null; readonly zone: Zone }) => (
  <span className="number">{timeMs === null ? '–' : formatTime(timeMs, zone).slice(0, 19)}</span>
);
