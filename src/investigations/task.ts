// Did this task follow its lifecycle; why did it stop? Asks for every event that names the task; task-finding.ts reads them.

import { ecsResource, lastSegment } from '../ecs/arn.ts';
import { decodeEvent, type EcsEvent, type TaskEvent } from '../ecs/decode.ts';
import { taskHistory } from '../ecs/task-history.ts';
import { answer } from './answer.ts';
import type {
  Answer,
  AskedRow,
  Investigation,
  InvestigationContext,
  InvestigationRequest,
} from './investigation.ts';
import { InvestigationInputError } from './investigation.ts';
import { pipeline, quoteString } from './ql.ts';
import { numberCell, optionalTimeCell, textCell, timeCell } from './rows.ts';
import { taskAnswer } from './task-finding.ts';
import { knownUntilMs } from './timeline.ts';
import { formatRange } from './wording.ts';

export const task: Investigation = {
  id: 'task',
  question: 'Did this task follow its lifecycle, and why did it stop?',
  summary:
    'Phases with durations, who asked for the stop, exit codes, network interface, contradictions and a verdict.',
  inputs: [
    {
      name: 'task',
      label: 'Task',
      help: 'Id or ARN of the task.',
      placeholder: '8b81bd7083ad4d559f8b0b147f147541',
      required: true,
      positional: true,
    },
  ],
  run,
};

/** A task has a few dozen events at most; the rest of the limit is for a text that many events share. */
const eventsMax = 2000;

async function run(request: InvestigationRequest, context: InvestigationContext): Promise<Answer> {
  const given = request.inputs.task?.trim() ?? '';
  const taskId = taskIdOf(given);
  const text = quoteString(taskId);
  const rows = await context.ask({
    title: 'Every event that names the task',
    query: taskQuery(`ecs.taskId like ${text}`),
    awsQuery: taskQuery(`@message like ${text}`),
  });
  const events = rows
    .map((row) => decodeEvent(row['@message'] ?? '', timeCell(row, '@timestamp')))
    .filter((event) => event !== null);
  const own = ownEvents(events, taskId);
  const history = taskHistory(own);
  const others = events.filter((event) => concerns(event, taskId));
  if (history === null) return notFound(taskId, others.length, request, context);
  return taskAnswer(task.question, history, others, request.range, knownUntilMs(request.range, context));
}

function taskQuery(condition: string): string {
  const columns = [
    '@timestamp',
    '`detail-type` as type',
    'detail.version as version',
    'detail.lastStatus as lastStatus',
    'detail.desiredStatus as desiredStatus',
    'detail.stopCode as stopCode',
    'detail.stoppedReason as stoppedReason',
    '@message',
  ];
  return pipeline([
    `fields ${columns.join(', ')}`,
    `filter ${condition}`,
    'sort @timestamp asc, version asc',
    `limit ${eventsMax}`,
  ]);
}

/** Throws InvestigationInputError for the ARN of something else. */
function taskIdOf(given: string): string {
  const resource = ecsResource(given);
  if (resource !== null && resource.kind !== 'task') {
    throw new InvestigationInputError(
      'task',
      `${given} is the ARN of a ${resource.kind}, not of a task; give a task id or a task ARN.`,
      resource.kind === 'service' ? [`shiplog stops --service ${lastSegment(given)}`] : [],
    );
  }
  return lastSegment(given);
}

/** The events of this very task. Ids are unique, but one id may be the begin of another in made-up data. */
function ownEvents(events: readonly EcsEvent[], taskId: string): readonly TaskEvent[] {
  return events.filter((event): event is TaskEvent => event.kind === 'task' && event.taskId === taskId);
}

/** Whether an event of another kind names the task. */
function concerns(event: EcsEvent, taskId: string): boolean {
  return event.kind !== 'task' && event.taskIds.includes(taskId);
}

async function notFound(
  taskId: string,
  mentions: number,
  request: InvestigationRequest,
  context: InvestigationContext,
): Promise<Answer> {
  const rows = await tasksBeginning(taskId, context);
  const mentioned = mentions === 0 ? '' : ` Other events do name it: ${mentions}.`;
  const near =
    rows.length === 0
      ? ' No recorded task has a similar id either.'
      : ' Tasks with a similar id are listed below.';
  return answer({
    investigation: 'task',
    title: task.question,
    subject: taskId,
    summary: `No event of task ${taskId} was recorded ${formatRange(request.range)}.${mentioned}${near}`,
    tables: [
      {
        title: 'Tasks with a similar id',
        columns: [
          { key: 'task', title: 'Task', kind: 'task' },
          { key: 'service', title: 'Service', kind: 'service' },
          { key: 'cluster', title: 'Cluster', kind: 'text' },
          { key: 'events', title: 'Events', kind: 'number' },
          { key: 'last', title: 'Last event', kind: 'time' },
        ],
        rows: rows.map((row) => ({
          task: textCell(row, 'taskId'),
          service: textCell(row, 'service'),
          cluster: textCell(row, 'cluster'),
          events: numberCell(row, 'events'),
          last: optionalTimeCell(row, 'last'),
        })),
        empty: 'None.',
      },
    ],
    nextSteps: [
      'Check the id; the whole ARN works too.',
      'Choose a longer range: the task may have run before it.',
      'Check that the cluster of the task was captured at that time: shiplog status',
    ],
  });
}

/** Tasks whose id begins like the given one: people copy the first letters from a list. */
async function tasksBeginning(taskId: string, context: InvestigationContext): Promise<readonly AskedRow[]> {
  // Ids are made of letters, digits and dashes, so that what is left needs no escaping in a regular expression.
  const begin = taskId.replace(/[^0-9A-Za-z-]/g, '').slice(0, 8);
  return context.ask({
    title: 'Tasks with a similar id',
    query: pipeline([
      `filter ecs.taskId like /^${begin}/ and \`detail-type\` = "ECS Task State Change"`,
      'stats count(*) as events, max(@timestamp) as last by ecs.taskId as taskId, ecs.service as service, ecs.cluster as cluster',
      'sort last desc',
      'limit 10',
    ]),
    awsQuery: pipeline([
      `filter detail.taskArn like ${quoteString(`/${begin}`)}`,
      'stats count(*) as events, max(@timestamp) as last by detail.taskArn, detail.group, detail.clusterArn',
      'sort last desc',
      'limit 10',
    ]),
  });
}
