// `shiplog explain`: what becomes of a query on its way to the engine, stage by stage.

import { text as readAll } from 'node:stream/consumers';
import { Command, Option } from 'commander';
import { type ExplainStage, explainStages } from '../queries/explain-query.ts';
import type { CliEffects } from './effects.ts';
import { withBackend } from './open-backend.ts';
import {
  type GroupOptions,
  type PlaceOptions,
  withExamples,
  withLogGroups,
  withPlace,
  withRange,
} from './options.ts';
import { parseRange, type RangeOptions } from './time-range.ts';

interface ExplainOptions extends PlaceOptions, GroupOptions, RangeOptions {
  readonly stage: ExplainStage;
}

export function explainCommand(effects: CliEffects): Command {
  const command = new Command('explain')
    .description('show what becomes of a query: in short, or its tokens, syntax tree, plan or SQL')
    .argument('<ql>', 'the query, or - to read it from standard input')
    .addOption(new Option('--stage <stage>', 'which stage').choices(explainStages).default('summary'));
  withRange(withLogGroups(withPlace(command)));
  withExamples(command, [
    [`shiplog explain 'filter detail.lastStatus = "STOPPED" | limit 5'`, 'what it reads and answers with'],
    [`shiplog explain 'stats count(*) by bin(1h)' --stage sql`, 'the SQL that the engine runs'],
    [`shiplog explain - --stage all < report.ql`, 'every stage of a query in a file'],
  ]);
  return command.action((ql: string, options: ExplainOptions) =>
    withBackend(options, effects, 'read', async (backend) => {
      const text = ql === '-' ? await readAll(effects.terminal.stdin) : ql;
      const nowMs = effects.terminal.nowMs();
      const range = await parseRange(options, nowMs, async () => ({ startMs: 0, endMs: nowMs }));
      const printed = await backend.explain(
        { text, logGroups: options.logGroup ?? 'all', ...range },
        options.stage,
      );
      await effects.terminal.out(`${printed}\n`);
    }),
  );
}
