// Tolerant reading of parsed JSON: an event may lack anything, hold null, or carry another type than the schema says.
// Numbers may be JavaScript numbers or LosslessNumber objects; both are read as the text of the document.

export type JsonObject = Readonly<Record<string, unknown>>;

/** The value as an object, or null when it is none (arrays and lossless numbers are none). */
export function objectOf(value: unknown): JsonObject | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : null;
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Non-empty text of a string or number, else undefined. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value === '' ? undefined : value;
  if (typeof value === 'number' || typeof value === 'bigint') return String(value);
  if (typeof value === 'object' && value !== null && 'isLosslessNumber' in value) return String(value);
  return undefined;
}

/** The texts in a list, in order; anything else in it is left out. */
export function textsOf(value: unknown): readonly string[] {
  return listOf(value)
    .map(textOf)
    .filter((text) => text !== undefined);
}
