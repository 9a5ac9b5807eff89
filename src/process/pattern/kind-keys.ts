// JSON keys whose values name kinds of events (`level`, `eventName`, `lastStatus`): such a value stays constant, so that two kinds
// are two patterns. Inferred: what Drain expects of the first words of a line, which are the same for a kind of event.

const kindKeys: readonly string[] = [
  ...['level', 'loglevel', 'severity', 'severitytext'],
  ...['type', 'eventtype', 'detailtype', 'errortype', 'kind'],
  ...['event', 'eventname', 'action', 'operation', 'method', 'httpmethod'],
  ...['status', 'laststatus', 'state', 'code', 'errorcode', 'stopcode', 'exception'],
  ...['message', 'msg', 'reason'],
];

/** Longer keys need not be asked about; leaves room for separators. */
export const kindKeyCharsMax = 16;

const prime = 0x01000193;
const seed = 0x811c9dc5 | 0;
const hyphen = 45;
const underscore = 95;
const lowerCaseBit = 0x20;
const tableSize = 256;

/** The hashes, found by their low bits and then by looking on. */
const table: Int32Array = (() => {
  const slots = new Int32Array(tableSize);
  for (const key of kindKeys) {
    const hash = hashOf(
      Uint16Array.from(key, (character) => character.charCodeAt(0)),
      0,
      key.length,
    );
    let slot = hash & (tableSize - 1);
    while (slots[slot] !== 0) slot = (slot + 1) & (tableSize - 1);
    slots[slot] = hash;
  }
  return slots;
})();

/** Case, `-` and `_` do not matter: `detail-type`, `detailType`, `DETAIL_TYPE`. */
export function isKindKey(codes: Uint16Array, start: number, end: number): boolean {
  const hash = hashOf(codes, start, end);
  let slot = hash & (tableSize - 1);
  while (table[slot] !== 0) {
    if (table[slot] === hash) return true;
    slot = (slot + 1) & (tableSize - 1);
  }
  return false;
}

function hashOf(codes: Uint16Array, start: number, end: number): number {
  let hash = seed;
  for (let at = start; at < end; at++) {
    const unit = codes[at] ?? 0;
    if (unit !== hyphen && unit !== underscore) hash = Math.imul(hash ^ (unit | lowerCaseBit), prime);
  }
  return hash;
}
