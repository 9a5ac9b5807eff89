// `shiplog explain`: what becomes of a query on its way to the engine, stage by stage.

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
    .description('show a stage of a query: its tokens, syntax tree, plan or SQL')
    .argument('<ql>', 'the query')
    .addOption(new Option('--stage <stage>', 'which stage').choices(explainStages).default('sql'));
  withRange(withLogGroups(withPlace(command)));
  withExamples(command, [
    [`shiplog explain 'filter detail.lastStatus = "STOPPED" | limit 5'`, 'the SQL that the engine runs'],
    [`shiplog explain 'stats count(*) by bin(1h)' --stage ast`, 'the syntax tree'],
  ]);
  return command.action((text: string, options: ExplainOptions) =>
    withBackend(options, effects, 'read', async (backend) => {
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
