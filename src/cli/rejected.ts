// `shiplog rejected`: what was refused on its way in and is kept aside. Look at it, take it in again, or delete it.

import { Command, InvalidArgumentError } from 'commander';
import type { Recovery } from '../capture/recorder.ts';
import { rejectedListedMax } from '../limits.ts';
import type { Backend } from './backend.ts';
import { printable } from './cell-text.ts';
import type { CliEffects } from './effects.ts';
import { failure, wrongCall } from './failure.ts';
import { withBackend } from './open-backend.ts';
import {
  type FormatOptions,
  type PlaceOptions,
  parseCount,
  withExamples,
  withFormat,
  withPlace,
} from './options.ts';
import { counted } from './quantities.ts';
import { renderDocument, renderRejected } from './render-rejected.ts';
import { outStyle } from './terminal.ts';

export function rejectedCommand(effects: CliEffects): Command {
  const command = new Command('rejected').description(
    'see what was refused and kept aside, and take it in again',
  );
  const commands = [listCommand, showCommand, retryCommand, deleteCommand];
  for (const each of commands) command.addCommand(each(effects));
  return withExamples(command, [
    ['shiplog rejected list', 'what was refused, from where, and why'],
    ['shiplog rejected show 17 --raw > repaired.json', 'its text, to be repaired and imported'],
    ['shiplog rejected retry --all', 'take everything in again, after an update or a repair'],
  ]);
}

function listCommand(effects: CliEffects): Command {
  const command = new Command('list')
    .description('list what is kept aside, newest first')
    .option(
      '--limit <n>',
      'how many at most (default: 100)',
      (text) => parseCount(text, rejectedListedMax),
      100,
    );
  return withFormat(withPlace(command)).action(
    ({ limit, ...options }: PlaceOptions & FormatOptions & { readonly limit: number }) =>
      withBackend(options, effects, 'read', async (backend) => {
        const { terminal } = effects;
        const list = await backend.rejected(limit);
        await terminal.out(renderRejected(list, options.format, outStyle(terminal)));
      }),
  );
}

function showCommand(effects: CliEffects): Command {
  const command = new Command('show')
    .description('print one of them')
    .argument('<id>', 'its number', parseId)
    .option('--raw', 'print its text and nothing else');
  return withFormat(withPlace(command)).action(
    (id: number, options: PlaceOptions & FormatOptions & { readonly raw?: boolean }) =>
      withBackend(options, effects, 'read', async (backend) => {
        const { terminal } = effects;
        const document = await backend.rejectedDocument(id);
        await terminal.out(
          options.raw === true
            ? Buffer.from(document.bodyBase64, 'base64').toString('utf8')
            : renderDocument(document, options.format, outStyle(terminal)),
        );
      }),
  );
}

interface ChoiceOptions extends PlaceOptions {
  readonly all?: boolean;
}

function retryCommand(effects: CliEffects): Command {
  const command = new Command('retry')
    .description('take it in again; what is stored is no longer kept aside')
    .argument('[id]', 'its number', parseId)
    .option('--all', 'everything that is kept aside');
  return withPlace(command).action((id: number | undefined, options: ChoiceOptions) =>
    withBackend(options, effects, 'read', async (backend) => {
      const { terminal } = effects;
      const results = await retry(backend, chosen(id, options));
      for (const { id, recovered, rejected } of results) {
        if (!recovered) terminal.err(`${id}: ${printable(rejected[0]?.reason ?? 'refused')}\n`);
      }
      const recovered = results.filter((result) => result.recovered).length;
      await terminal.out(`${recovered} of ${counted(results.length, 'document')} taken in.\n`);
      if (recovered < results.length) throw failure('Not everything could be taken in.');
    }),
  );
}

const retry = async (backend: Backend, id: number | 'all'): Promise<readonly Recovery[]> =>
  id === 'all' ? backend.retryAllRejected() : [await backend.retryRejected(id)];

function deleteCommand(effects: CliEffects): Command {
  const command = new Command('delete')
    .description('delete it for good')
    .argument('[id]', 'its number', parseId)
    .option('--all', 'everything that is kept aside');
  return withPlace(command).action((id: number | undefined, options: ChoiceOptions) =>
    withBackend(options, effects, 'read', async (backend) => {
      const choice = chosen(id, options);
      const deleted = await backend.deleteRejected(choice === 'all' ? undefined : choice);
      await effects.terminal.out(`Deleted ${counted(deleted, 'document')}.\n`);
    }),
  );
}

function chosen(id: number | undefined, { all }: ChoiceOptions): number | 'all' {
  if ((id === undefined) === (all !== true)) {
    throw wrongCall('Give the number of one document, as "shiplog rejected list" shows it, or --all.');
  }
  return id ?? 'all';
}

function parseId(text: string): number {
  if (/^\d{1,15}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('Not a number, as "shiplog rejected list" shows it.');
}
