// The first page: whether the recorder works, what happened lately, and the ways on.

import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import { asProblem } from '../api/problem.ts';
import { useDefinitions, useLogGroups, useStatus } from '../api/use-api.ts';
import { QuestionList } from '../questions/question-list.tsx';
import { RangePicker } from '../range/range-picker.tsx';
import { useTimeRange } from '../range/use-time-range.ts';
import { Loading } from '../shell/loading.tsx';
import { NothingRecorded } from '../shell/nothing-recorded.tsx';
import { PageFrame } from '../shell/page-frame.tsx';
import { ProblemAlert } from '../shell/problem-alert.tsx';
import { ActivityPanel } from './activity-panel.tsx';
import { LogGroupTable } from './log-group-table.tsx';
import { RecorderStatus } from './recorder-status.tsx';

export function OverviewPage() {
  const status = useStatus();
  const groups = useLogGroups();
  const definitions = useDefinitions();
  const { choice, range, recorded, choose } = useTimeRange('recent');
  const error = status.error ?? groups.error ?? definitions.error;
  const retry = () => {
    for (const query of [status, groups, definitions]) void query.refetch();
  };
  return (
    <PageFrame
      title="Overview"
      description="The flight recorder of your ECS services."
      actions={<RangePicker choice={choice} onChoose={choose} />}
    >
      {error !== null && <ProblemAlert problem={asProblem(error)} onRetry={retry} />}
      {status.data ? (
        <RecorderStatus status={status.data} recorded={recorded} />
      ) : (
        error === null && <Loading label="Asking the recorder" />
      )}
      {range !== null && recorded === null && <NothingRecorded />}
      {range !== null && recorded !== null && <ActivityPanel range={range} />}
      {definitions.data && (
        <Container header={<Header variant="h2">Questions</Header>}>
          <QuestionList definitions={definitions.data} />
        </Container>
      )}
      {groups.data && groups.data.length > 0 && <LogGroupTable groups={groups.data} />}
    </PageFrame>
  );
}
