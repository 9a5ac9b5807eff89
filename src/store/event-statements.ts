// The statements that read events in the order of time. Names of columns are quoted, texts of the user are parameters; numbers stand in the
// text, so that the engine passes over blocks that lie outside of a stretch of time.

import type { Engine, Rows } from '../engine/engine.ts';
import { quoteIdentifier } from '../engine/quote-identifier.ts';
import type { CellValue, Statement } from '../engine/statement.ts';
import { eventOverheadBytes } from '../limits.ts';
import { behind, type EventPosition, type ReadEvents, type TimedEvent } from './event-order.ts';
import type { Group } from './group.ts';
import { systemColumns } from './schema.ts';
import { LogGroupMissing } from './store.ts';

const time = quoteIdentifier(systemColumns.timestamp);
const sequence = quoteIdentifier(systemColumns.sequence);
const stream = quoteIdentifier(systemColumns.logStream);
const message = quoteIdentifier(systemColumns.message);
const bytes = quoteIdentifier(systemColumns.bytes);
const ingestion = quoteIdentifier(systemColumns.ingestionTime);

/** Messages that are searched at once. */
const stretchBytesMax = 256 * 1_048_576;

/** An event without its message. */
export interface EventKey extends EventPosition {
  /** UTF-8 length of the message. */
  readonly bytes: number;
}

/** Events by the first and the last of them; what is stored among them later is not meant. */
export interface EventRun {
  readonly first: EventPosition;
  readonly last: EventPosition;
  /** Their sequences, or the highest of them when all between first and last are meant. */
  readonly only: readonly number[] | number;
}

/** Reads one range of one group. All of it throws LogGroupMissing when the group is deleted meanwhile, an AbortError by the signal. */
export class EventStatements {
  readonly #engine: Engine;
  readonly #group: Group;
  readonly #request: ReadEvents;
  readonly #signal: AbortSignal | undefined;
  readonly #parameters: string[] = [];
  readonly #streams: string;
  readonly #texts: string;

  constructor(engine: Engine, group: Group, request: ReadEvents, signal: AbortSignal | undefined) {
    this.#engine = engine;
    this.#group = group;
    this.#request = request;
    this.#signal = signal;
    this.#streams = this.#streamCondition();
    this.#texts = this.#textCondition();
  }

  /** The next events as runs of about `bytesAtOnce`, and whether there are more. */
  async runs(from: EventPosition): Promise<{ readonly runs: readonly EventRun[]; readonly more: boolean }> {
    const { eventsAtOnce, bytesAtOnce } = this.#request;
    const rows = await this.#run(
      `WITH keys AS (
         SELECT ${time} AS t, ${sequence} AS s, ${bytes} AS b FROM ${this.#table}
         WHERE ${this.#range(from, null)}${this.#streams} ${this.#order()} LIMIT ${eventsAtOnce + 1}
       ), weighed AS (
         SELECT t, s, row_number() OVER running AS n, count(*) OVER () AS total,
                sum(b + ${eventOverheadBytes}) OVER running AS weight
         FROM keys WINDOW running AS (${this.#order('t', 's')} ROWS UNBOUNDED PRECEDING)
       )
       SELECT arg_min(t, n), arg_min(s, n), arg_max(t, n), arg_max(s, n), max(s), max(total)
       FROM weighed WHERE n <= ${eventsAtOnce} GROUP BY (weight - 1) // ${bytesAtOnce} ORDER BY min(n)`,
    );
    return {
      runs: rows.map(([t, s, lastT, lastS, highest]) => ({
        first: position(t, s),
        last: position(lastT, lastS),
        only: Number(highest),
      })),
      more: Number(rows[0]?.[5] ?? 0) > eventsAtOnce,
    };
  }

  async events({ first, last, only }: EventRun): Promise<readonly TimedEvent[]> {
    const { direction } = this.#request;
    const from = direction === 'forward' ? first : behind(first, 'forward');
    const chosen = typeof only === 'number' ? `<= ${number(only)}` : `IN (${only.map(number).join(', ')})`;
    const rows = await this.#run(
      `SELECT ${time}, ${sequence}, ${ingestion}, ${stream}, ${message} FROM ${this.#table}
       WHERE ${this.#range(from, behind(last, direction))}${this.#streams} AND ${sequence} ${chosen} ${this.#order()}`,
    );
    return rows.map(([t, s, ingestionMs, logStream, text]) => ({
      ...position(t, s),
      ingestionMs: Number(ingestionMs),
      logStream: String(logStream),
      message: String(text),
    }));
  }

  /** Where a stretch of about so many events ends, or of fewer when they are heavy; null when it reaches the end of the range. */
  async stretchEnd(from: EventPosition, events: number): Promise<EventPosition | null> {
    const forward = this.#request.direction === 'forward';
    const [row] = await this.#run(
      `SELECT count(*), ${forward ? 'max' : 'min'}(t), sum(b) FROM (
         SELECT ${time} AS t, ${bytes} AS b FROM ${this.#table}
         WHERE ${this.#range(from, null)}${this.#streams} ${this.#order()} LIMIT ${events}
       )`,
    );
    const [count, end, weight] = (row ?? []).map(Number);
    if (count === undefined || end === undefined || weight === undefined) return null;
    const fewer = Math.floor((count * stretchBytesMax) / weight);
    if (fewer >= 1 && fewer < count) return this.stretchEnd(from, fewer);
    if (count < events) return null;
    // All events of one time belong to one stretch.
    return { timestampMs: end + (forward ? 1 : 0), sequence: 0 };
  }

  /** Hands over the events of a stretch that have the texts, in the order of the table, which is the cheapest. */
  async candidates(
    from: EventPosition,
    end: EventPosition | null,
    take: (key: EventKey, text: string) => void,
  ): Promise<void> {
    await this.#stream(
      `SELECT ${time}, ${sequence}, ${bytes}, ${message} FROM ${this.#table}
       WHERE ${this.#range(from, end)}${this.#streams}${this.#texts}`,
      (rows) => {
        for (const [t, s, size, text] of rows) take({ ...position(t, s), bytes: Number(size) }, String(text));
      },
    );
  }

  #parameter(value: string): string {
    return `$p${this.#parameters.push(value)}`;
  }

  #streamCondition(): string {
    const { streams } = this.#request;
    if (streams === undefined) return '';
    if ('prefix' in streams) return ` AND starts_with(${stream}, ${this.#parameter(streams.prefix)})`;
    return ` AND ${stream} IN (${streams.names.map((name) => this.#parameter(name)).join(', ')})`;
  }

  #textCondition(): string {
    return (this.#request.search?.texts ?? [])
      .map((texts) => texts.map((text) => `contains(${message}, ${this.#parameter(text)})`).join(' OR '))
      .map((any) => ` AND (${any})`)
      .join('');
  }

  get #table(): string {
    return quoteIdentifier(this.#group.table);
  }

  #order(byTime = time, bySequence = sequence): string {
    const direction = this.#request.direction === 'forward' ? 'ASC' : 'DESC';
    return `ORDER BY ${byTime} ${direction}, ${bySequence} ${direction}`;
  }

  /** Between two positions, and in the range. */
  #range(from: EventPosition, end: EventPosition | null): string {
    const { direction, startMs, endMs } = this.#request;
    const [low, high] = direction === 'forward' ? [from, end] : [end, from];
    const conditions = [`${time} >= ${number(startMs)}`, `${time} <= ${number(endMs)}`];
    if (low !== null) {
      const [at, rank] = [number(low.timestampMs), number(low.sequence)];
      conditions.push(`${time} >= ${at}`, `(${time} > ${at} OR ${sequence} >= ${rank})`);
    }
    if (high !== null) {
      const [at, rank] = [number(high.timestampMs), number(high.sequence)];
      conditions.push(`${time} <= ${at}`, `(${time} < ${at} OR ${sequence} < ${rank})`);
    }
    return conditions.join(' AND ');
  }

  async #run(text: string): Promise<Rows> {
    const rows: (readonly CellValue[])[] = [];
    await this.#stream(text, (more) => void rows.push(...more));
    return rows;
  }

  async #stream(text: string, take: (rows: Rows) => void): Promise<void> {
    const statement: Statement = { text, parameters: this.#parameters, constants: {}, columns: [] };
    try {
      await this.#engine.stream(statement, take, this.#signal);
    } catch (cause) {
      throw this.#group.deleted ? new LogGroupMissing(this.#group.name) : cause;
    }
  }
}

const position = (time: CellValue | undefined, rank: CellValue | undefined): EventPosition => ({
  timestampMs: Number(time),
  sequence: Number(rank),
});

/** As the text of a whole number, and of nothing else. */
const number = (value: number): string => BigInt(value).toString();
