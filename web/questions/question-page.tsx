// One question: its form, and its answer once the inputs are there. The address holds the inputs and the time range, so
// that an answer can be shared and the back button leads to the previous one.

import { useLocation, useParams, useSearchParams } from 'react-router';
import { asProblem } from '../api/problem.ts';
import type { Definition } from '../api/responses.ts';
import { useDefinitions, useFinding } from '../api/use-api.ts';
import { FindingView } from '../finding/finding-view.tsx';
import { RangePicker } from '../range/range-picker.tsx';
import { useTimeRange } from '../range/use-time-range.ts';
import { Loading } from '../shell/loading.tsx';
import { NotFoundPage } from '../shell/not-found-page.tsx';
import { NothingRecorded } from '../shell/nothing-recorded.tsx';
import { PageFrame } from '../shell/page-frame.tsx';
import { ProblemAlert } from '../shell/problem-alert.tsx';
import { missingInputs, readInputs, writeInputs } from './inputs.ts';
import { QuestionForm } from './question-form.tsx';
import { startingPointsOf } from './starting-points.ts';
import { StartingPointsTable } from './starting-points-table.tsx';

export function QuestionPage() {
  const { id } = useParams();
  const { data, error, refetch } = useDefinitions();
  if (error !== null) {
    return (
      <PageFrame title="Questions">
        <ProblemAlert problem={asProblem(error)} onRetry={() => void refetch()} />
      </PageFrame>
    );
  }
  if (data === undefined) return <Loading label="Loading the question" />;
  const definition = data.find((one) => one.id === id);
  return definition === undefined ? (
    <NotFoundPage />
  ) : (
    <Question key={definition.id} definition={definition} />
  );
}

function Question({ definition }: { readonly definition: Definition }) {
  const [params, setParams] = useSearchParams();
  const { key } = useLocation();
  const { choice, range, recorded, problem: rangeProblem, choose } = useTimeRange('history');
  const asked = readInputs(definition, params);
  const complete = missingInputs(definition, asked).length === 0;
  const ready = complete && range !== null && recorded !== null;
  const points = startingPointsOf(definition);
  const finding = useFinding(ready ? { id: definition.id, inputs: asked, range } : null, key);
  const problem = finding.error === null ? rangeProblem : asProblem(finding.error);
  const aboutInput = definition.inputs.some(({ name }) => name === problem?.input);
  return (
    <PageFrame
      title={definition.question}
      description={definition.summary}
      actions={<RangePicker choice={choice} onChoose={choose} />}
    >
      {range !== null && recorded === null && <NothingRecorded />}
      {definition.inputs.length > 0 && (
        <QuestionForm
          // Another address is another form: the fields show what was asked.
          key={definition.inputs.map(({ name }) => asked[name]).join('\n')}
          definition={definition}
          asked={asked}
          busy={finding.isFetching}
          problem={aboutInput ? problem : null}
          onAsk={(inputs) => setParams((before) => writeInputs(definition, before, inputs))}
        />
      )}
      {problem !== null && !aboutInput && (
        <ProblemAlert problem={problem} onRetry={() => void finding.refetch()} />
      )}
      {!complete && points !== null && range !== null && recorded !== null && (
        <StartingPointsTable definition={definition} points={points} range={range} />
      )}
      {finding.isFetching && <Loading label="Reading the history" />}
      {finding.data && range && !finding.isFetching && <FindingView finding={finding.data} range={range} />}
    </PageFrame>
  );
}
