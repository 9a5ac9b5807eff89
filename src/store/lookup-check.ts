// What a lookup table may be: the rules for its name, its description and its CSV, each with its sentence.

import {
  lookupTableBytesMax,
  lookupTableColumnsMax,
  lookupTableDescriptionCharsMax,
  lookupTableNameCharsMax,
} from '../limits.ts';
import { CsvError, type CsvTable, readCsv } from './csv.ts';
import { InvalidLookupTable, type LookupTableContent } from './lookup-table.ts';

/** Throws InvalidLookupTable. */
export function checkName(name: string): void {
  const fits = /^[A-Za-z0-9_]+$/.test(name) && name.length <= lookupTableNameCharsMax;
  refuse(
    !fits,
    `The name of a lookup table has 1 to ${lookupTableNameCharsMax} letters, digits and underscores; '${name}' does not.`,
  );
}

export interface CheckedContent extends CsvTable {
  /** The CSV without a byte-order mark, which the engine would swallow on reading. */
  readonly body: string;
  /** In UTF-8. */
  readonly sizeBytes: number;
}

/** Reads the CSV. Throws InvalidLookupTable. */
export function checkContent({ body: given, description }: LookupTableContent): CheckedContent {
  const body = given.startsWith('\ufeff') ? given.slice(1) : given;
  refuse(
    (description ?? '').length > lookupTableDescriptionCharsMax,
    `The description has more than ${lookupTableDescriptionCharsMax} characters.`,
  );
  const sizeBytes = Buffer.byteLength(body);
  refuse(
    sizeBytes > lookupTableBytesMax,
    `The CSV has ${sizeBytes} bytes; ${lookupTableBytesMax} (10 MB) are allowed.`,
  );
  try {
    const table = readCsv(body);
    checkHeader(table.header);
    return { ...table, body, sizeBytes };
  } catch (cause) {
    if (cause instanceof CsvError)
      throw new InvalidLookupTable(`Line ${cause.line} of the CSV: ${cause.message}`);
    throw cause;
  }
}

function checkHeader(header: readonly string[]): void {
  const complain = (wrong: boolean, message: string): void => {
    if (wrong) throw new CsvError(1, message);
  };
  complain(
    header.length > lookupTableColumnsMax,
    `There are ${header.length} columns; ${lookupTableColumnsMax} are allowed.`,
  );
  const nameless = header.indexOf('');
  complain(nameless !== -1, `Column ${nameless + 1} has no name.`);
  const twice = header.find((name, index) => header.indexOf(name) !== index);
  complain(twice !== undefined, `The column '${twice}' is there twice.`);
}

function refuse(wrong: boolean, message: string): void {
  if (wrong) throw new InvalidLookupTable(message);
}
