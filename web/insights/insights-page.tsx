// Asking in the query language. The address holds what was run; running again, or another range, is a new entry of the
// browser's history, so that the back button leads to the earlier result.

import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useRef, useState } from 'react';
import './insights-page.css';
import { useLocation, useSearchParams } from 'react-router';
import { asProblem } from '../api/problem.ts';
import { useQueryResult } from '../api/use-api.ts';
import type { EditorHandle } from '../editor/query-editor.tsx';
import { RangePicker } from '../range/range-picker.tsx';
import { type RangeChoice, writeChoice } from '../range/time-range.ts';
import { useTimeRange } from '../range/use-time-range.ts';
import { NothingRecorded } from '../shell/nothing-recorded.tsx';
import { PageFrame } from '../shell/page-frame.tsx';
import { ProblemAlert } from '../shell/problem-alert.tsx';
import { DiagnosticsPanel } from './diagnostics-panel.tsx';
import type { Draft } from './draft.ts';
import { QueryPanel } from './query-panel.tsx';
import { readQueryState, writeQueryState } from './query-state.ts';
import { Results } from './results.tsx';
import { Running, Statistics, Stopped } from './run-status.tsx';
import { SampleList } from './sample-list.tsx';
import { samples } from './samples.ts';

const firstText = samples[0]?.query ?? '';

export function InsightsPage() {
  const [params, setParams] = useSearchParams();
  const { key } = useLocation();
  const { choice, range, recorded } = useTimeRange('recent');
  const { text, groups } = useMemo(() => readQueryState(params), [params]);
  const [draft, setDraft] = useDraft(key, { text: text ?? firstText, groups });
  const editor = useRef<EditorHandle>(null);
  const client = useQueryClient();

  const body =
    text === null || range === null
      ? null
      : { query: text, ...range, histogram: true, ...(groups.length > 0 ? { logGroups: groups } : {}) };
  const { data, error, isFetching, refetch } = useQueryResult(body, key);
  const problem = error === null ? null : asProblem(error);
  const stopped = body !== null && !isFetching && data === undefined && error === null;
  const status = isFetching ? <Running /> : stopped ? <Stopped /> : data && <Statistics result={data} />;

  const run = (asked: Draft, range: RangeChoice = choice) =>
    setParams((before) => writeChoice(writeQueryState(before, asked), range));

  return (
    <PageFrame
      title="Insights"
      description="Ask in CloudWatch Logs Insights QL; Ctrl-Enter runs the query."
      actions={<RangePicker choice={choice} onChoose={(chosen) => run(draft, chosen)} />}
    >
      <QueryPanel
        draft={draft}
        running={isFetching}
        editor={editor}
        status={status}
        onDraft={setDraft}
        onRun={(asked) => run(asked)}
        onStop={() => void client.cancelQueries({ queryKey: ['query', body, key] })}
      />
      {range !== null && recorded === null && <NothingRecorded />}
      {problem !== null && problem.diagnostics.length > 0 && (
        <DiagnosticsPanel
          query={text ?? ''}
          diagnostics={problem.diagnostics}
          onGoTo={(span) => editor.current?.select(span)}
        />
      )}
      {problem !== null && problem.diagnostics.length === 0 && (
        <ProblemAlert problem={problem} onRetry={() => void refetch()} />
      )}
      {text === null && <SampleList onPick={(query) => run({ ...draft, text: query })} />}
      {data && range && <Results key={key} result={data} range={range} />}
    </PageFrame>
  );
}

/** What is being written; starts anew from the address at each navigation. */
function useDraft(key: string, asked: Draft): readonly [Draft, (draft: Draft) => void] {
  const [state, setState] = useState({ key, draft: asked });
  if (state.key !== key) setState({ key, draft: asked });
  return [state.key === key ? state.draft : asked, (draft) => setState({ key, draft })];
}
