// The table of commands: which words begin one, what the editor completes, what docs/language.md lists.
// The grammar of each supported one is in commands/.

import type { CommandKind } from './ast.ts';

export interface CommandSpec {
  /** Canonical word, as printed. */
  readonly name: string;
  /** Other words that begin the same command; letter case is ignored. */
  readonly spellings: readonly string[];
  readonly syntax: string;
  /** One line for completion and for docs/language.md. */
  readonly doc: string;
  readonly status: 'supported' | 'planned';
}

type Row = Omit<CommandSpec, 'name' | 'status'>;

const supported: Readonly<Record<CommandKind, Row>> = {
  fields: {
    spellings: [],
    syntax: 'fields expression [as name], …',
    doc: 'Adds columns; `as` names a value for later commands.',
  },
  display: {
    spellings: [],
    syntax: 'display expression [as name], …',
    doc: 'Chooses the columns that are shown; the last one wins.',
  },
  filter: {
    spellings: ['where'],
    syntax: 'filter condition',
    doc: 'Keeps the events for which the condition is true.',
  },
  sort: {
    spellings: ['order'],
    syntax: 'sort [by] field [asc|desc], …',
    doc: 'Orders the rows; ascending by default.',
  },
  limit: {
    spellings: ['head'],
    syntax: 'limit [any] count',
    doc: 'Keeps the first rows; with `any`, AWS keeps whichever it finds first.',
  },
  stats: {
    spellings: [],
    syntax: 'stats aggregate [as name], … [by expression [as name], … [offset period]]',
    doc: 'Aggregates the events, over all or per group.',
  },
  parse: {
    spellings: [],
    syntax: 'parse [field] "glob*" as name, … | parse [field] /regex with (?<name>…)/',
    doc: 'Takes parts of a text into new fields.',
  },
  dedup: {
    spellings: [],
    syntax: 'dedup field, …',
    doc: 'Keeps the first event per combination of values.',
  },
};

const planned: Readonly<Record<string, Row>> = {
  accum: { spellings: [], syntax: 'accum field [as name]', doc: 'Running sum.' },
  addtotals: {
    spellings: [],
    syntax: 'addtotals [row=…] [col=…] [field, …]',
    doc: 'Totals of numeric columns.',
  },
  anomaly: { spellings: [], syntax: 'anomaly', doc: 'Anomalies among patterns.' },
  appendcols: { spellings: [], syntax: 'appendcols (query)', doc: 'Columns of another query beside these.' },
  autoregress: { spellings: [], syntax: 'autoregress field [as name] [p=n]', doc: 'Values of earlier rows.' },
  cidrlookup: {
    spellings: [],
    syntax: 'cidrlookup table field OUTPUT …',
    doc: 'Looks up an address by range.',
  },
  countFrequent: {
    spellings: ['count_frequent'],
    syntax: 'countFrequent field, …',
    doc: 'Approximate counts of the most frequent values.',
  },
  diff: { spellings: [], syntax: 'diff [previousDay|…]', doc: 'Compares patterns with an earlier time.' },
  estimate: { spellings: [], syntax: 'estimate', doc: 'How much the query would scan.' },
  expand: { spellings: [], syntax: 'expand field', doc: 'One row per element of a list.' },
  filldown: { spellings: [], syntax: 'filldown [field …]', doc: 'Fills nulls from the row above.' },
  fillmissing: {
    spellings: [],
    syntax: 'fillmissing [with value for field, …]',
    doc: 'Adds rows for empty bins.',
  },
  filterIndex: {
    spellings: ['filter_index'],
    syntax: 'filterIndex field = value',
    doc: 'Filters by an indexed field.',
  },
  join: { spellings: [], syntax: 'join … where a.x = b.y (SOURCE …)', doc: 'Joins another log group.' },
  json: { spellings: [], syntax: 'json field=f "path" as name', doc: 'Takes a value out of JSON text.' },
  logcompare: { spellings: [], syntax: 'logcompare timeshift 7d', doc: 'Compares with an earlier time.' },
  lookup: {
    spellings: [],
    syntax: 'lookup table key OUTPUT column, …',
    doc: 'Adds columns of a lookup table.',
  },
  outlier: { spellings: [], syntax: 'outlier [options] field …', doc: 'Removes or caps outliers.' },
  pattern: { spellings: [], syntax: 'pattern expression', doc: 'Groups messages by pattern.' },
  relevantfields: {
    spellings: [],
    syntax: 'relevantfields [field, …] where condition',
    doc: 'Fields that tell matching events apart.',
  },
  search: { spellings: [], syntax: 'search', doc: 'An undocumented word of the grammar.' },
  sessionize: { spellings: [], syntax: 'sessionize field, … [maxspan period]', doc: 'Numbers sessions.' },
  SOURCE: { spellings: [], syntax: "SOURCE 'log group' …", doc: 'Chooses the log groups in the text.' },
  tail: { spellings: [], syntax: 'tail count', doc: 'A deprecated form of `limit`.' },
  unmask: { spellings: [], syntax: 'unmask field', doc: 'Shows masked data.' },
  unnest: { spellings: [], syntax: 'unnest path into name', doc: 'One row per element of a list.' },
};

function specs(rows: Readonly<Record<string, Row>>, status: CommandSpec['status']): CommandSpec[] {
  return Object.entries(rows).map(([name, row]) => ({ name, status, ...row }));
}

/** Every command of the language, supported and planned. */
export const commands: readonly CommandSpec[] = [
  ...specs(supported, 'supported'),
  ...specs(planned, 'planned'),
];

const specByWord = new Map<string, CommandSpec>();
for (const spec of commands) {
  for (const word of [spec.name, ...spec.spellings]) specByWord.set(word.toLowerCase(), spec);
}

/** The command that a word begins, in any letter case. */
export function findCommand(word: string): CommandSpec | undefined {
  return specByWord.get(word.toLowerCase());
}

/** All words that begin a supported command, for suggestions. */
export const commandWords: readonly string[] = commands
  .filter((spec) => spec.status === 'supported')
  .flatMap((spec) => [spec.name, ...spec.spellings]);
