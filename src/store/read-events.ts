// Events of a log group in the order of time, a portion at a time: for pages of FilterLogEvents and GetLogEvents, and whoever goes
// through a history. Keys (time and sequence) are looked at first, since they are narrow columns; messages are read for a portion only,
// so that memory stays bounded, everything else gets its turn between two portions, and whoever has enough just stops asking.

import type { Engine } from '../engine/engine.ts';
import { quoteIdentifier } from '../engine/quote-identifier.ts';
import type { CellValue } from '../engine/statement.ts';
import { eventOverheadBytes } from '../limits.ts';
import {
  behind,
  type EventPortion,
  type EventPosition,
  type ReadEvents,
  type TimedEvent,
} from './event-order.ts';
import type { Group } from './group.ts';
import { systemColumns } from './schema.ts';
import { LogGroupMissing } from './store.ts';

/** With texts to look for, the engine scans so many events at once, and then twice as many, until it finds enough. */
const firstStretchEvents = 16_384;
const stretchEventsMax = 262_144;

const time = quoteIdentifier(systemColumns.timestamp);
const sequence = quoteIdentifier(systemColumns.sequence);
const stream = quoteIdentifier(systemColumns.logStream);
const message = quoteIdentifier(systemColumns.message);
const bytes = quoteIdentifier(systemColumns.bytes);
const ingestion = quoteIdentifier(systemColumns.ingestionTime);

interface Key extends EventPosition {
  readonly bytes: number;
}

/**
 * Yields portions until the range is read. Throws LogGroupMissing when the group is deleted meanwhile, an AbortError when the signal
 * fires.
 */
export async function* readEvents(
  engine: Engine,
  group: Group,
  request: ReadEvents,
  signal?: AbortSignal,
): AsyncGenerator<EventPortion> {
  const reader = new RangeReader(engine, group, request, signal);
  let from = request.from ?? firstPosition(request);
  let stretch = firstStretchEvents;
  for (;;) {
    const end = reader.looksForTexts ? await reader.stretchEnd(from, stretch) : null;
    const keys = await reader.keys(from, end);
    const more = keys.length > request.eventsAtOnce;
    const wanted = more ? keys.slice(0, -1) : keys;
    for (const [portion, last] of portions(wanted, request.bytesAtOnce)) {
      const events = await reader.events(portion);
      from = behind(portion.at(-1) ?? from, request.direction);
      yield { events, next: from, done: last && !more && end === null };
    }
    if (more) continue;
    if (end === null) {
      if (wanted.length === 0) yield { events: [], next: from, done: true };
      return;
    }
    from = end;
    yield { events: [], next: from, done: false };
    stretch = Math.min(2 * stretch, stretchEventsMax);
  }
}

function firstPosition({ direction, startMs, endMs }: ReadEvents): EventPosition {
  return { timestampMs: direction === 'forward' ? startMs : endMs + 1, sequence: 0 };
}

/** Keys side by side that weigh about as much as may be read at once. */
function* portions(
  keys: readonly Key[],
  bytesMost: number,
): Generator<[portion: readonly Key[], last: boolean]> {
  let start = 0;
  let weight = 0;
  for (const [index, key] of keys.entries()) {
    weight += key.bytes + eventOverheadBytes;
    if (weight > bytesMost && index > start) {
      yield [keys.slice(start, index), false];
      start = index;
      weight = key.bytes + eventOverheadBytes;
    }
  }
  if (start < keys.length) yield [keys.slice(start), true];
}

class RangeReader {
  readonly #engine: Engine;
  readonly #group: Group;
  readonly #request: ReadEvents;
  readonly #signal: AbortSignal | undefined;
  readonly #parameters: string[] = [];
  /** Of streams and texts. */
  readonly #streams: string;
  readonly #texts: string;
  readonly #order: string;

  constructor(engine: Engine, group: Group, request: ReadEvents, signal: AbortSignal | undefined) {
    this.#engine = engine;
    this.#group = group;
    this.#request = request;
    this.#signal = signal;
    this.#streams = this.#streamCondition();
    this.#texts = this.#textCondition();
    const direction = request.direction === 'forward' ? 'ASC' : 'DESC';
    this.#order = `ORDER BY ${time} ${direction}, ${sequence} ${direction}`;
  }

  get looksForTexts(): boolean {
    return this.#texts !== '';
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
    const lists = this.#request.texts ?? [];
    return lists
      .map((texts) => texts.map((text) => `contains(${message}, ${this.#parameter(text)})`).join(' OR '))
      .map((any) => ` AND (${any})`)
      .join('');
  }

  /** Where a stretch of about so many events ends; null when it reaches the end of the range. */
  async stretchEnd(from: EventPosition, events: number): Promise<EventPosition | null> {
    const forward = this.#request.direction === 'forward';
    const [row] = await this.#run(
      `SELECT count(*), ${forward ? 'max' : 'min'}(${time}) FROM (
         SELECT ${time} FROM ${this.#table} WHERE ${this.#range(from, null)}${this.#streams} ${this.#order} LIMIT ${events}
       )`,
    );
    if (row === undefined || Number(row[0]) < events) return null;
    const timestampMs = Number(row[1]);
    // All events of one time belong to one stretch.
    return { timestampMs: forward ? timestampMs + 1 : timestampMs, sequence: 0 };
  }

  /** Keys from a position on, one more than are read at once when there are more. */
  async keys(from: EventPosition, end: EventPosition | null): Promise<readonly Key[]> {
    const rows = await this.#run(
      `SELECT ${time}, ${sequence}, ${bytes} FROM ${this.#table}
       WHERE ${this.#range(from, end)}${this.#streams}${this.#texts}
       ${this.#order} LIMIT ${this.#request.eventsAtOnce + 1}`,
    );
    return rows.map(([timestampMs, at, size]) => ({
      timestampMs: Number(timestampMs),
      sequence: Number(at),
      bytes: Number(size),
    }));
  }

  /** The events that have these keys, and those that were stored between them since the keys were read. */
  async events(keys: readonly Key[]): Promise<readonly TimedEvent[]> {
    const [first, last] = [keys[0], keys.at(-1)];
    if (first === undefined || last === undefined) return [];
    const { direction } = this.#request;
    const from = direction === 'forward' ? first : behind(first, 'forward');
    const rows = await this.#run(
      `SELECT ${time}, ${sequence}, ${ingestion}, ${stream}, ${message} FROM ${this.#table}
       WHERE ${this.#range(from, behind(last, direction))}${this.#streams}${this.#texts}
       ${this.#order}`,
    );
    return rows.map(([timestampMs, at, ingestionMs, logStream, text]) => ({
      timestampMs: Number(timestampMs),
      sequence: Number(at),
      ingestionMs: Number(ingestionMs),
      logStream: String(logStream),
      message: String(text),
    }));
  }

  get #table(): string {
    return quoteIdentifier(this.#group.table);
  }

  /** Between two positions, and in the range. Numbers stand in the text, so that the engine passes over blocks that lie outside. */
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

  async #run(text: string): Promise<readonly (readonly CellValue[])[]> {
    const statement = { text, parameters: this.#parameters, constants: {}, columns: [] };
    try {
      return (await this.#engine.run(statement, this.#signal)).rows;
    } catch (cause) {
      throw this.#group.deleted ? new LogGroupMissing(this.#group.name) : cause;
    }
  }
}

/** As the text of a whole number, and of nothing else. */
const number = (value: number): string => BigInt(value).toString();
