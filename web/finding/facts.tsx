// The checked statements of a finding, each leading to the events it rests on.

import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import type { Fact } from '../../src/investigations/finding.ts';
import type { TimeRange } from '../../src/investigations/investigation.ts';
import { counted } from '../format/quantities.ts';
import { RouteLink } from '../shell/route-link.tsx';
import { ToneText } from '../theme/tone-text.tsx';
import { eventsQuery, insightsPath } from './links.ts';

interface Props {
  readonly facts: readonly Fact[];
  /** In which the events lie. */
  readonly range: TimeRange;
}

interface FactProps {
  readonly fact: Fact;
  readonly range: TimeRange;
}

export function Facts({ facts, range }: Props) {
  return (
    <Container header={<Header variant="h2">Facts</Header>}>
      <dl className="facts">
        {facts.map((fact, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two facts may have the same label
          <div key={at}>
            <dt>{fact.label}</dt>
            <dd>
              <FactValue fact={fact} range={range} />
            </dd>
          </div>
        ))}
      </dl>
    </Container>
  );
}

function FactValue({ fact: { value, tone, eventIds = [] }, range }: FactProps) {
  const text = (
    <>
      {value}
      <FactEvents eventIds={eventIds} range={range} />
    </>
  );
  return tone === undefined || tone === 'neutral' ? text : <ToneText tone={tone}>{text}</ToneText>;
}

interface EventsProps {
  readonly eventIds: readonly string[];
  readonly range: TimeRange;
}

function FactEvents({ eventIds, range }: EventsProps) {
  if (eventIds.length === 0) return null;
  return (
    <span className="fact-events">
      <RouteLink to={insightsPath(eventsQuery(eventIds), range)} variant="secondary" fontSize="body-s">
        {counted(eventIds.length, 'event')}
      </RouteLink>
    </span>
  );
}
