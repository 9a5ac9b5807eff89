// The answer in brief: the verdict with its class and confidence, the summary, contradictions, and what to do next.

import Alert from '@cloudscape-design/components/alert';
import Badge, { type BadgeProps } from '@cloudscape-design/components/badge';
import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { Finding, Tone, Verdict } from '../../src/investigations/finding.ts';
import { classNames } from '../theme/tone.ts';
import { ToneText } from '../theme/tone-text.tsx';
import { NextStep } from './next-step.tsx';

export function VerdictPanel({ finding }: { readonly finding: Finding }) {
  const { subject, summary, verdict, contradictions, nextSteps } = finding;
  return (
    <Container
      header={
        <Header
          variant="h2"
          description={verdict && <span className="subject">{subject}</span>}
          actions={verdict && <Certainty verdict={verdict} />}
        >
          {verdict === null ? subject : <ToneText tone={verdict.tone}>{verdict.text}</ToneText>}
        </Header>
      }
    >
      <SpaceBetween size="m">
        <p className="measure">{summary}</p>
        {contradictions.length > 0 && (
          <Alert type="warning" header="The events contradict each other">
            <ul className="sentences">
              {contradictions.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </Alert>
        )}
        {nextSteps.length > 0 && (
          <div>
            <Box variant="h3" padding={{ bottom: 'xxs' }}>
              Next steps
            </Box>
            <ul className="sentences">
              {nextSteps.map((step) => (
                <li key={step}>
                  <NextStep step={step} />
                </li>
              ))}
            </ul>
          </div>
        )}
      </SpaceBetween>
    </Container>
  );
}

const badgeColors: Readonly<Record<Tone, NonNullable<BadgeProps['color']>>> = {
  ok: 'green',
  info: 'blue',
  warning: 'severity-medium',
  error: 'red',
  neutral: 'grey',
};

function Certainty({ verdict: { tone, class: reasonClass, confidence } }: { readonly verdict: Verdict }) {
  return (
    <SpaceBetween direction="horizontal" size="xs" alignItems="center">
      <Box variant="small" color="text-body-secondary">
        {confidence} confidence
      </Box>
      <Badge color={badgeColors[tone]}>{classNames[reasonClass]}</Badge>
    </SpaceBetween>
  );
}
