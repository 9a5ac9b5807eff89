// What remains when a component throws: the reason, and a way on.

import Button from '@cloudscape-design/components/button';
import ContentLayout from '@cloudscape-design/components/content-layout';
import { useRouteError } from 'react-router';
import { asProblem } from '../api/problem.ts';
import { ProblemAlert } from './problem-alert.tsx';

export function CrashPage() {
  const problem = asProblem(useRouteError());
  return (
    <ContentLayout>
      <ProblemAlert problem={problem}>
        <Button variant="inline-link" onClick={() => window.location.reload()}>
          Reload the page
        </Button>
      </ProblemAlert>
    </ContentLayout>
  );
}
