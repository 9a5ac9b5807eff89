// The checked statements of a finding, each leading to the events it rests on.

import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { Fact } from '../../src/investigations/finding.ts';
import type { TimeRange } from '../../src/investigations/investigation.ts';
import { counted } from '../format/quantities.ts';
import { RouteLink } from '../shell/route-link.tsx';
import { toneIndicator } from '../theme/tone.ts';
import { eventsQuery, insightsPath } from './links.ts';

interface Props {
  readonly facts: readonly Fact[];
  /** In which the events lie. */
  readonly range: TimeRange;
}

export function Facts({ facts, range }: Props) {
  return (
    <Container header={<Header variant="h2">Facts</Header>}>
      <KeyValuePairs
        columns={4}
        minColumnWidth={200}
        items={facts.map((fact) => ({ label: fact.label, value: <FactValue fact={fact} range={range} /> }))}
      />
    </Container>
  );
}

function FactValue({
  fact: { value, tone, eventIds = [] },
  range,
}: {
  readonly fact: Fact;
  readonly range: TimeRange;
}) {
  return (
    <div className="fact">
      {tone === undefined || tone === 'neutral' ? (
        value
      ) : (
        <StatusIndicator type={toneIndicator[tone]} wrapText>
          {value}
        </StatusIndicator>
      )}
      {eventIds.length > 0 && (
        <div className="fact-events">
          <RouteLink to={insightsPath(eventsQuery(eventIds), range)} fontSize="body-s">
            {counted(eventIds.length, 'event')}
          </RouteLink>
        </div>
      )}
    </div>
  );
}
