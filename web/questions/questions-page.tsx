// The questions that can be asked, with what each answer says.

import Container from '@cloudscape-design/components/container';
import { asProblem } from '../api/problem.ts';
import { useDefinitions } from '../api/use-api.ts';
import { Loading } from '../shell/loading.tsx';
import { PageFrame } from '../shell/page-frame.tsx';
import { ProblemAlert } from '../shell/problem-alert.tsx';
import { QuestionList } from './question-list.tsx';

export function QuestionsPage() {
  const { data, error, refetch } = useDefinitions();
  return (
    <PageFrame title="Questions" description="Each answer comes with the events it rests on.">
      {error !== null && <ProblemAlert problem={asProblem(error)} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Loading label="Loading the questions" />}
      {data && (
        <Container>
          <QuestionList definitions={data} />
        </Container>
      )}
    </PageFrame>
  );
}
