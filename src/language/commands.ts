// The table of commands: which words begin one, what the editor completes, what docs/language.md lists.
// The grammar of each supported one is in commands/.

import type { CommandKind } from './ast.ts';
import type { Confidence } from './confidence.ts';

export interface CommandSpec {
  /** Canonical word, as printed. */
  readonly name: string;
  /** Other words that begin the same command; letter case is ignored. */
  readonly spellings: readonly string[];
  readonly syntax: string;
  /** One line for completion and for docs/language.md. */
  readonly doc: string;
  /** A whole query, which a test runs over test/golden/events.ndjson when the command is supported. */
  readonly example: string;
  readonly confidence: Confidence;
  /** Where we do otherwise than AWS, and what; docs/language.md prints it behind `Differs:`. */
  readonly differs?: string;
  readonly status: 'supported' | 'planned';
}

type Row = Omit<CommandSpec, 'name' | 'status'>;

const supported: Readonly<Record<CommandKind | 'SOURCE', Row>> = {
  fields: {
    spellings: [],
    syntax: 'fields expression [as name], …',
    doc: 'Adds columns; `as` names a value for later commands.',
    example: 'fields @timestamp, user, ms / 1000 as seconds | filter seconds > 0.1',
    confidence: 'documented',
  },
  display: {
    spellings: [],
    syntax: 'display expression [as name], …',
    doc: 'Chooses the columns that are shown; the last one wins.',
    example: 'fields detail.lastStatus as status | filter status = "STOPPED" | display @timestamp, status',
    confidence: 'documented',
  },
  filter: {
    spellings: ['where'],
    syntax: 'filter condition',
    doc: 'Keeps the events for which the condition is true.',
    example: 'filter status >= 500 and path like /^\\/[ab]/',
    confidence: 'documented',
  },
  sort: {
    spellings: ['order'],
    syntax: 'sort [by] field [asc|desc], …',
    doc: 'Orders the rows; ascending by default.',
    example: 'fields user, ms | filter ispresent(ms) | sort ms desc, user',
    confidence: 'documented',
  },
  limit: {
    spellings: ['head'],
    syntax: 'limit [any] count',
    doc: 'Keeps the first rows; with `any`, AWS keeps whichever it finds first.',
    example: 'sort @timestamp desc | limit 5',
    confidence: 'documented',
    differs: '`any` gives the same rows as without.',
  },
  stats: {
    spellings: [],
    syntax: 'stats aggregate [as name], … [by expression [as name], … [offset period]]',
    doc: 'Aggregates the events, over all or per group.',
    example: 'stats count(*) as requests, max(ms) as slowest by user | sort requests desc',
    confidence: 'documented',
  },
  parse: {
    spellings: [],
    syntax:
      'parse [field] "glob*" as name, … | parse [field] /regex with (?<name>…)/ [multi] | parse [field] logfmt as name | parse [field] csv as name, … | parse [field] xml "/path" as name',
    doc: 'Takes parts of a text into new fields; with `multi`, a row for each match; with `logfmt`, a map of all pairs; with `xml`, the value at an XPath.',
    example:
      'parse @message "user=*, method:*, latency := *" as user, method, latency | filter ispresent(method)',
    confidence: 'documented',
  },
  json: {
    spellings: [],
    syntax: 'json field=field "key.key" as name',
    doc: 'Takes a value out of a map, or out of text that holds JSON.',
    example: 'json field=@message "detail.lastStatus" as status | filter ispresent(status)',
    confidence: 'documented',
  },
  unnest: {
    spellings: [],
    syntax: 'unnest path into name',
    doc: 'One row per item of a list; anything but a list stays one row, under the new name.',
    example:
      'fields jsonParse(@message) as event | unnest event.detail.containers into c | display c.name, c.exitCode',
    confidence: 'documented',
  },
  expand: {
    spellings: [],
    syntax: 'expand field',
    doc: 'One row per item of a list, or of text that holds a JSON list, under the same name.',
    example: 'parse @message /"resources":(?<arns>\\[[^\\]]*\\])/ | expand arns | display arns',
    confidence: 'documented',
  },
  dedup: {
    spellings: [],
    syntax: 'dedup field, …',
    doc: 'Keeps the first event per combination of values.',
    example: 'filter ispresent(user) | dedup user | limit 10',
    confidence: 'documented',
  },
  anomaly: {
    spellings: [],
    syntax: 'anomaly',
    doc: 'Anomalies among patterns.',
    example: 'pattern @message | anomaly',
    confidence: 'documented',
  },
  appendcols: {
    spellings: [],
    syntax: 'appendcols [override=true|false] [max=count] (query)',
    doc: 'Puts the columns of another query beside these rows, first row beside first; `override` lets them take the place of columns of the same name, `max` (10,000) bounds its rows.',
    example: "stats count(*) as all_events | appendcols (SOURCE 'web' | stats count(*) as web_events)",
    confidence: 'documented',
  },
  cidrlookup: {
    spellings: [],
    syntax: 'cidrlookup table field [as column] OUTPUT|OUTPUTNEW column [as name], …',
    doc: 'Adds columns of a lookup table, from the row whose range of addresses holds the field; without `as` the ranges are in the first column. `OUTPUTNEW` fills only what is missing.',
    example: "SOURCE 'net' | cidrlookup networks ip OUTPUT zone",
    confidence: 'documented',
  },
  diff: {
    spellings: [],
    syntax: 'diff [previousDay|…]',
    doc: 'Compares patterns with an earlier time.',
    example: 'pattern @message | diff previousDay',
    confidence: 'documented',
  },
  estimate: {
    spellings: [],
    syntax: 'estimate',
    doc: 'Tells in `@estimatedBytesScanned` how much the query would scan, without running it. The last command.',
    example: 'filter status >= 500 | estimate',
    confidence: 'documented',
  },
  filterIndex: {
    spellings: ['filter_index'],
    syntax: 'filterIndex field = value | filterIndex field in [value, …]',
    doc: 'Keeps the events whose field has the value, or one of them, and reads only log groups with an index on the field (`PutIndexPolicy`), from when it was made.',
    example: 'filterIndex user = "ann"',
    confidence: 'documented',
  },
  join: {
    spellings: [],
    syntax: 'join [type=inner|left] left=a right=b where a.field = b.field (SOURCE …)',
    doc: 'Puts events of other log groups beside these, where the two fields are equal; later commands name fields of both, `a.x` and `b.y`. `left` keeps events without a match.',
    example: "join type=left left=a right=b where a.user = b.user (SOURCE 'web') | display a.id, b.id",
    confidence: 'documented',
    differs: 'both sides may be the same log group, and the right one may have more than 50,000 keys.',
  },
  logcompare: {
    spellings: [],
    syntax: 'logcompare timeshift 7d',
    doc: 'Compares with an earlier time.',
    example: 'logcompare timeshift 7d',
    confidence: 'documented',
  },
  lookup: {
    spellings: [],
    syntax: 'lookup table column [as field], … OUTPUT|OUTPUTNEW column [as name], …',
    doc: 'Adds columns of a lookup table, from the row whose columns equal the fields; without `as` a field has the name of its column. `OUTPUTNEW` fills only what is missing.',
    example: 'lookup teams user OUTPUT team',
    confidence: 'documented',
  },
  pattern: {
    spellings: [],
    syntax: 'pattern expression',
    doc: 'Groups messages by pattern.',
    example: 'pattern @message',
    confidence: 'documented',
  },
  relevantfields: {
    spellings: [],
    syntax: 'relevantfields [field, …] where condition',
    doc: 'Ranks fields by how differently they are distributed among the events that meet the condition and among the others.',
    example: 'relevantfields user, path where status >= 500',
    confidence: 'documented',
  },
  SOURCE: {
    spellings: [],
    syntax:
      'SOURCE \'log group\' … [START=time] [END=time] | SOURCE logGroups(namePrefix: [\'text\', …], accountIdentifier: [id, …], class: [\'STANDARD\']) | SOURCE logGroupTags([{"key": "name", "values": ["text", …]}]) | SOURCE dataSource([\'name\', …])',
    doc: 'Chooses the log groups and the time in the text itself; begins a query or a sub-query.',
    example: "SOURCE 'app' START=-120d END=now | limit 5",
    confidence: 'documented',
    differs: 'all log groups are of one account.',
  },
  accum: {
    spellings: [],
    syntax: 'accum field [as name]',
    doc: 'Running sum of a field in the order of the rows; without a name the sums take its place.',
    example: 'stats count(*) as n by bin(1d) as day | sort day | accum n as total',
    confidence: 'documented',
  },
  addtotals: {
    spellings: [],
    syntax: 'addtotals [fieldname=name] [row=true|false] [col=true|false] [field, …]',
    doc: 'Adds a column `Total` with the sum of the numbers of a row; `col=true` adds a last row with the sums of the columns.',
    example: 'stats sum(ok) as fine, count(*) as n by user | addtotals col=true fine, n',
    confidence: 'documented',
    differs: 'after `stats … by` AWS was seen to show no total; Shiplog shows it.',
  },
  autoregress: {
    spellings: [],
    syntax: 'autoregress field [as name] [p=n | p=first-last]',
    doc: 'Copies the value of n rows before, of the row before by default, into `field_pn` or the name.',
    example: 'stats count(*) as n by bin(1d) as day | sort day | autoregress n as before p=1',
    confidence: 'documented',
  },
  countFrequent: {
    spellings: ['count_frequent'],
    syntax: 'countFrequent field, …',
    doc: 'Counts each combination of values into `_approxcount`, the most frequent first.',
    example: 'countFrequent user, path',
    confidence: 'documented',
    differs: 'the counts are exact; AWS estimates.',
  },
  filldown: {
    spellings: [],
    syntax: 'filldown [field …]',
    doc: 'Replaces missing values by the last one above; a name may hold stars, and no name means all columns.',
    example: 'sort @timestamp asc | fields id, region | filldown region',
    confidence: 'documented',
  },
  fillmissing: {
    spellings: [],
    syntax: 'fillmissing [with value for field, …]',
    doc: 'After `stats … by bin(period)`: adds a row for each empty bin of the time range.',
    example: 'stats count(*) as n by bin(1d) as day | fillmissing with 0 for n',
    confidence: 'documented',
  },
  outlier: {
    spellings: [],
    syntax: 'outlier [action=remove|transform] [param=n] [uselower=true|false] [mark=true|false] field …',
    doc: 'Caps values beyond the third quartile plus n (2.5) interquartile ranges, or removes their rows; `uselower` looks below the first quartile too, `mark` tells in `field_outlier`.',
    example: 'fields ms | filter isNumeric(ms) | outlier action=remove ms',
    confidence: 'documented',
  },
  sessionize: {
    spellings: [],
    syntax: 'sessionize field, … [maxspan period] [as name]',
    doc: 'Numbers the sessions of each combination of values in `session_id`; a gap of more than the period (30m) begins a new one.',
    example: 'sessionize user maxspan 5m as visit | stats count(*) as requests by user, visit',
    confidence: 'documented',
  },
  unmask: {
    spellings: [],
    syntax: 'unmask field, …',
    doc: 'Lists fields without masking; nothing is masked here.',
    example: 'unmask @message',
    confidence: 'inferred',
  },
};

const planned: Readonly<Record<string, Row>> = {
  search: {
    spellings: [],
    syntax: 'search',
    doc: 'An undocumented word of the grammar.',
    example: 'search',
    confidence: 'observed',
  },
  tail: {
    spellings: [],
    syntax: 'tail count',
    doc: 'A deprecated form of `limit`.',
    example: 'tail 5',
    confidence: 'observed',
  },
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
