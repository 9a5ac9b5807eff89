// The questions that can be asked, with what each answer says.

import { asProblem } from '../api/problem.ts';
import { useDefinitions } from '../api/use-api.ts';
import { Loading } from '../shell/loading.tsx';
import { PageFrame } from '../shell/page-frame.tsx';
import { ProblemAlert } from '../shell/problem-alert.tsx';
import { QuestionCards } from './question-cards.tsx';

export function QuestionsPage() {
  const { data, error, refetch } = useDefinitions();
  return (
    <PageFrame title="Questions" description="Each answer comes with the events it rests on.">
      {error !== null && <ProblemAlert problem={asProblem(error)} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Loading label="Loading the questions" />}
      {data && <QuestionCards definitions={data} />}
    </PageFrame>
  );
}
