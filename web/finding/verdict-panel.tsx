// The answer in brief: the verdict with its class and confidence, the summary, contradictions, and what to do next.

import Alert from '@cloudscape-design/components/alert';
import Badge, { type BadgeProps } from '@cloudscape-design/components/badge';
import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { Finding, Tone, Verdict } from '../../src/investigations/finding.ts';
import { classNames, toneIndicator } from '../theme/tone.ts';

const badgeColors: Readonly<Record<Tone, NonNullable<BadgeProps['color']>>> = {
  ok: 'green',
  info: 'blue',
  warning: 'severity-medium',
  error: 'red',
  neutral: 'grey',
};

export function VerdictPanel({ finding }: { readonly finding: Finding }) {
  const { title, subject, summary, verdict, contradictions, nextSteps } = finding;
  return (
    <Container
      header={
        <Header
          variant="h2"
          description={title.includes(subject) ? undefined : <span className="mono">{subject}</span>}
          actions={verdict && <VerdictBadges verdict={verdict} />}
        >
          {title}
        </Header>
      }
    >
      <SpaceBetween size="m">
        {verdict && (
          <div className="verdict">
            <StatusIndicator type={toneIndicator[verdict.tone]} wrapText>
              {verdict.text}
            </StatusIndicator>
          </div>
        )}
        <Box variant="p" padding="n">
          <span className="measure">{summary}</span>
        </Box>
        {contradictions.length > 0 && (
          <Alert type="warning" header="The events contradict each other">
            <Sentences sentences={contradictions} />
          </Alert>
        )}
        {nextSteps.length > 0 && (
          <div>
            <Box variant="h3" padding={{ bottom: 'xxs' }}>
              Next steps
            </Box>
            <Sentences sentences={nextSteps} />
          </div>
        )}
      </SpaceBetween>
    </Container>
  );
}

function VerdictBadges({ verdict }: { readonly verdict: Verdict }) {
  return (
    <SpaceBetween direction="horizontal" size="xs" alignItems="center">
      <Badge color={badgeColors[verdict.tone]}>{classNames[verdict.class]}</Badge>
      <Badge color="grey">{verdict.confidence} confidence</Badge>
    </SpaceBetween>
  );
}

function Sentences({ sentences }: { readonly sentences: readonly string[] }) {
  return (
    <ul className="sentences">
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
