// A finding, whole, whatever the question was: verdict, facts, timelines, tables, evidence. Adds no statement of its own.

import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import './finding.css';
import type { Finding } from '../../src/investigations/finding.ts';
import type { TimeRange } from '../../src/investigations/investigation.ts';
import { Timeline } from '../timeline/timeline.tsx';
import { Evidence } from './evidence.tsx';
import { Facts } from './facts.tsx';
import { FindingTable } from './finding-table.tsx';
import { VerdictPanel } from './verdict-panel.tsx';

interface Props {
  readonly finding: Finding;
  /** The range that the question was asked about. */
  readonly range: TimeRange;
}

export function FindingView({ finding, range }: Props) {
  const { facts, timelines, tables, evidence } = finding;
  return (
    <SpaceBetween size="l">
      <VerdictPanel finding={finding} />
      {timelines.map((timeline, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a finding never changes, and titles may repeat
        <Container key={at} header={<Header variant="h2">{timeline.title}</Header>}>
          <Timeline timeline={timeline} />
        </Container>
      ))}
      {facts.length > 0 && <Facts facts={facts} range={range} />}
      {tables.map((table, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a finding never changes, and titles may repeat
        <FindingTable key={at} table={table} />
      ))}
      {evidence.length > 0 && <Evidence evidence={evidence} />}
    </SpaceBetween>
  );
}
