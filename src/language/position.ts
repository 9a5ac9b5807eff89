// Line and column of an offset, computed only for display and for AWS's message texts.

export interface Position {
  /** From 1. */
  readonly line: number;
  /** From 0, in UTF-16 units, as AWS's parser counts. */
  readonly column: number;
}

export function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: offset - lineStart };
}
