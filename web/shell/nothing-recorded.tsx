// The first visit to an empty data directory: how to get events into it.

import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';

const ways: readonly { readonly what: string; readonly command: string }[] = [
  { what: 'Try it with a simulated fleet', command: 'shiplog demo' },
  { what: 'Import events that you have', command: 'shiplog import events.json' },
  {
    what: 'Send events to this server',
    command:
      "curl -X POST --data-binary @events.json -H 'content-type: application/json' $SERVER/ingest/events",
  },
];

export function NothingRecorded() {
  return (
    <Container
      header={
        <Header
          variant="h2"
          description="As soon as ECS events arrive, this page answers questions about them."
        >
          Nothing is recorded yet
        </Header>
      }
    >
      <SpaceBetween size="m">
        {ways.map(({ what, command }) => (
          <div key={what}>
            <Box variant="awsui-key-label">{what}</Box>
            <pre className="code-block">{command.replace('$SERVER', window.location.origin)}</pre>
          </div>
        ))}
      </SpaceBetween>
    </Container>
  );
}
