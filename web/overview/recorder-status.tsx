// How the recorder is doing: how much is stored, since when, and how fresh it is.

import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import type { TimeRange } from '../../src/investigations/investigation.ts';
import type { Status } from '../api/responses.ts';
import { formatBytes, formatCount, formatDuration } from '../format/quantities.ts';
import { formatAgo, formatTime } from '../format/time.ts';
import { usePreferences } from '../shell/use-preferences.tsx';

interface Props {
  readonly status: Status;
  readonly recorded: TimeRange | null;
}

export function RecorderStatus({ status, recorded }: Props) {
  const { zone } = usePreferences();
  const { events, diskBytes, lastEventMs, nowMs, startedMs, engine, version, rejectedKept } = status;
  const aside = rejectedKept === 0 ? '' : `; ${formatCount(rejectedKept)} rejected and kept aside`;
  const figures: readonly FigureProps[] = [
    {
      label: 'Recorded events',
      figure: formatCount(events),
      note: `${
        recorded === null
          ? 'nothing recorded yet'
          : `since ${formatTime(recorded.startMs, zone).slice(0, 16)}`
      }${aside}`,
    },
    {
      label: 'Last event',
      figure: lastEventMs === null ? '–' : formatAgo(lastEventMs, nowMs),
      note: lastEventMs === null ? 'waiting for the first' : formatTime(lastEventMs, zone).slice(0, 19),
    },
    {
      label: 'On disk',
      figure: formatBytes(diskBytes),
      note: events === 0 ? status.dataDir : `${formatBytes(diskBytes / events)} per event`,
    },
    {
      label: 'Running for',
      figure: formatDuration(nowMs - startedMs),
      note: `Shiplog ${version} on ${engine}`,
    },
  ];
  return (
    <Container>
      <KeyValuePairs
        columns={4}
        items={figures.map((one) => ({ label: one.label, value: <Figure {...one} /> }))}
      />
    </Container>
  );
}

interface FigureProps {
  readonly label: string;
  readonly figure: string;
  readonly note: string;
}

function Figure({ figure, note }: FigureProps) {
  return (
    <>
      <Box fontSize="heading-xl" fontWeight="bold">
        <span className="number">{figure}</span>
      </Box>
      <Box variant="small" color="text-body-secondary">
        {note}
      </Box>
    </>
  );
}
