// A request that failed, in words: what happened, what to do, and a way to try again.

import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import type { ReactNode } from 'react';
import type { Problem } from '../api/problem.ts';

interface Props {
  readonly problem: Problem;
  readonly onRetry?: () => void;
  readonly children?: ReactNode;
}

export function ProblemAlert({ problem, onRetry, children }: Props) {
  return (
    <Alert
      type={problem.code === 'offline' ? 'warning' : 'error'}
      header={problem.message}
      action={onRetry && <Button onClick={onRetry}>Try again</Button>}
    >
      {problem.hint}
      {children}
    </Alert>
  );
}
