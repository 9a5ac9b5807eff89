// What the editor offers at a place of a query: commands where one begins; functions, fields and words of the command
// elsewhere. Plain functions over the language's own tables; query-editor.tsx hands the result to CodeMirror.

import {
  commands,
  fieldText,
  findCommand,
  functions,
  type Token,
  tokenize,
} from '../../src/language/index.ts';

export interface Offer {
  /** What is inserted. */
  readonly text: string;
  readonly kind: 'command' | 'function' | 'field' | 'keyword';
  /** Short, shown beside the text. */
  readonly detail: string;
  /** One line about it. */
  readonly doc: string;
  /** What is wanted most often at this place comes first. */
  readonly rank: 0 | 1 | 2;
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

/** Fields that every event has. */
const systemFields: readonly KnownField[] = [
  '@timestamp',
  '@message',
  '@ingestionTime',
  '@logStream',
  '@log',
].map((name) => ({ name, events: 0 }));

const keywords: Readonly<Record<string, readonly string[]>> = {
  filter: ['and', 'or', 'not', 'in', 'like', 'not like', 'not in'],
  sort: ['asc', 'desc'],
  stats: ['by', 'as'],
  fields: ['as'],
  display: ['as'],
  parse: ['as'],
};

/** Null inside of texts, regular expressions, numbers and comments, where nothing is offered. */
export function offersAt(text: string, offset: number, fields: readonly KnownField[]): Offers | null {
  const tokens = tokenize(text);
  const inside = tokens.find(({ span }) => span.start < offset && offset <= span.end);
  if (inside !== undefined && isClosed(inside, offset)) return null;
  const word = /@{0,2}[`A-Za-z0-9_.-]*$/.exec(text.slice(0, offset))?.[0] ?? '';
  const from = offset - word.length;
  if (/^\d/.test(word)) return null;
  const command = commandAround(tokens, from);
  return { from, offers: command === undefined ? commandOffers() : termOffers(command, fields) };
}

function isClosed({ kind, span, text }: Token, offset: number): boolean {
  if (kind === 'comment') return true;
  // After the closing quote or slash a new word may begin; inside it may not.
  if (kind === 'string' || kind === 'regex') return offset < span.end;
  return kind === 'error' && /^["'/]/.test(text);
}

/** The command that an offset belongs to; undefined where a new one begins. */
function commandAround(tokens: readonly Token[], offset: number): string | undefined {
  const before = tokens.filter(({ span, kind }) => span.end <= offset && kind !== 'comment');
  const lastPipe = before.findLastIndex(({ kind }) => kind === 'pipe');
  const first = before[lastPipe + 1];
  return first === undefined ? undefined : (findCommand(first.text)?.name ?? first.text.toLowerCase());
}

const commandOffers = (): readonly Offer[] =>
  commands
    .filter(({ status }) => status === 'supported')
    .flatMap(({ name, spellings, syntax, doc }) =>
      [name, ...spellings].map((text): Offer => ({ text, kind: 'command', detail: syntax, doc, rank: 1 })),
    );

function termOffers(command: string, fields: readonly KnownField[]): readonly Offer[] {
  const words = (keywords[command] ?? []).map(
    (text): Offer => ({ text, kind: 'keyword', detail: '', doc: '', rank: 1 }),
  );
  const known = [...systemFields, ...fields.filter(({ name }) => !name.startsWith('@'))].map(fieldOffer);
  return [...words, ...functionOffers(command), ...known];
}

/** Aggregates are for stats alone, and first there; elsewhere they are refused. */
const functionOffers = (command: string): readonly Offer[] =>
  functions
    .filter(
      ({ status, category }) => status === 'supported' && (category === 'scalar' || command === 'stats'),
    )
    .map(({ name, signature, category, doc }): Offer => {
      return { text: name, kind: 'function', detail: signature, doc, rank: category === 'aggregate' ? 2 : 1 };
    });

const fieldOffer = ({ name, events }: KnownField): Offer => ({
  text: fieldText(name.split('.')),
  kind: 'field',
  detail: events === 0 ? '' : `${events.toLocaleString('en-US')} events`,
  doc: '',
  rank: 0,
});
