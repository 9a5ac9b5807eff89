// The first visit to an empty data directory: how to get events into it.

import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useSession } from '../session/session-provider.tsx';

const ways: readonly { readonly what: string; readonly command: string }[] = [
  { what: 'Try it with a simulated fleet', command: 'shiplog demo' },
  { what: 'Import events that you have', command: 'shiplog import events.json' },
  {
    what: 'Send events to this server',
    command:
      "curl -X POST --data-binary @events.json -H 'content-type: application/json' $TOKEN$SERVER/ingest/events",
  },
];

export function NothingRecorded() {
  const { signedIn } = useSession();
  const filled = (command: string): string =>
    command
      .replace('$TOKEN', signedIn ? '-H "authorization: Bearer $SHIPLOG_TOKEN" ' : '')
      .replace('$SERVER', window.location.origin);
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
            <pre className="code-block">{filled(command)}</pre>
          </div>
        ))}
      </SpaceBetween>
    </Container>
  );
}
