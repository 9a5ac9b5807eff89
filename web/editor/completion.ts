// What the editor offers at a place of a query: commands where one begins; functions, fields, names of the query and
// words of the command elsewhere. Plain functions over the language's own tables; extensions.ts hands the result to CodeMirror.

import { type CommandSpec, commands, fieldText, findCommand, functions } from '../../src/language/index.ts';
import { type Caret, caretAt } from './caret.ts';
import { type CommandWords, commandWords } from './command-words.ts';
import { commandDoc, functionDoc, type WordDoc } from './word-doc.ts';

export interface Offer {
  /** What is inserted. */
  readonly text: string;
  readonly kind: 'command' | 'function' | 'field' | 'name' | 'keyword' | 'period';
  /** Short, shown beside the text. */
  readonly detail: string;
  readonly doc?: WordDoc;
  /** What is wanted most often at this place comes first. */
  readonly rank: number;
}

export interface Offers {
  /** Offset from which the text is replaced. */
  readonly from: number;
  readonly offers: readonly Offer[];
}

export interface KnownField {
  readonly name: string;
  readonly events: number;
}

/** Null inside of texts, regular expressions, numbers and comments, and where a name is made: nothing is offered there. */
export function offersAt(text: string, offset: number, fields: readonly KnownField[]): Offers | null {
  const caret = caretAt(text, offset);
  if (caret === null) return null;
  return { from: caret.from, offers: offersFor(caret, fields) };
}

function offersFor(caret: Caret, fields: readonly KnownField[]): readonly Offer[] {
  if (caret.begins === 'command') return commandOffers();
  if (caret.begins === 'period')
    return periods.map((text) => ({ text, kind: 'period', detail: '', rank: 1 }));
  const spec = findCommand(caret.command ?? '');
  const { words, takes }: CommandWords = spec === undefined ? unknownCommand : commandWords(spec);
  const keywords = takes === 'expressions' ? [...words, ...conditionWords] : words;
  return [
    ...keywords.map((text): Offer => ({ text, kind: 'keyword', detail: '', rank: 1 })),
    ...(takes === 'expressions' ? functionOffers(spec, caret) : []),
    ...(takes === 'nothing' ? [] : fieldOffers(caret, fields)),
  ];
}

const unknownCommand: CommandWords = { words: [], takes: 'expressions' };
const conditionWords = ['and', 'or', 'not', 'in', 'like', 'not like', 'not in'];
const periods = ['1m', '5m', '15m', '30m', '1h', '6h', '1d', '1w'];

const isOffered = ({ status }: CommandSpec): boolean => status === 'supported';

function commandOffers(): readonly Offer[] {
  return commands
    .filter(isOffered)
    .flatMap((spec) =>
      [spec.name, ...spec.spellings.filter((other) => folded(other) !== folded(spec.name))].map(
        (text): Offer => ({ text, kind: 'command', detail: spec.syntax, doc: commandDoc(spec), rank: 1 }),
      ),
    );
}

/** `filter_index` is `filterIndex` over again. */
const folded = (word: string): string => word.replaceAll('_', '').toLowerCase();

/** Aggregates are for stats alone, before its `by`, and first there; elsewhere they are refused. */
function functionOffers(command: CommandSpec | undefined, { grouping }: Caret): readonly Offer[] {
  const aggregates = command?.name === 'stats' && !grouping;
  return functions
    .filter((spec) => spec.category === 'scalar' || aggregates)
    .map(
      (spec): Offer => ({
        text: spec.name,
        kind: 'function',
        detail: spec.signature,
        doc: functionDoc(spec),
        rank: spec.category === 'aggregate' ? 2 : 1,
      }),
    );
}

/** Fields that every event has. */
const systemFields = ['@timestamp', '@message', '@ingestionTime', '@logStream', '@log', '@ptr'];

function fieldOffers({ names, eventFields }: Caret, fields: readonly KnownField[]): readonly Offer[] {
  const made = names.map(
    (name): Offer => ({
      text: fieldText([name]),
      kind: 'name',
      detail: 'made above',
      rank: 3,
    }),
  );
  if (!eventFields) return made;
  const most = Math.max(1, ...fields.map(({ events }) => events));
  const known = fields.filter(({ name }) => !systemFields.includes(name) && !names.includes(name));
  return [
    ...made,
    ...systemFields.map((name): Offer => ({ text: name, kind: 'field', detail: '', rank: 0 })),
    ...known.map(
      ({ name, events }): Offer => ({
        text: fieldText(name.split('.')),
        kind: 'field',
        detail: events === 0 ? '' : `${events.toLocaleString('en-US')} events`,
        rank: events / most,
      }),
    ),
  ];
}
