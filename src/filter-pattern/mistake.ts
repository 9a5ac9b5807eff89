// What is wrong with a filter pattern. Parsing collects no list: AWS tells of the first mistake, and patterns are short.

/** `start` and `end` are UTF-16 offsets in the pattern; `message` is ours unless AWS's text is known; `hint` says what to do. */
export interface FilterPatternMistake {
  readonly message: string;
  readonly start: number;
  readonly end: number;
  readonly hint?: string;
}

/** Thrown for a pattern that cannot be used; api/errors.ts makes AWS's error of it. */
export class FilterPatternRejected extends Error {
  override readonly name = 'FilterPatternRejected';
  readonly mistake: FilterPatternMistake;
  constructor(mistake: FilterPatternMistake) {
    const { message, start, end, hint } = mistake;
    // AWS's sentence comes first, then what it leaves to guess.
    const advice = hint === undefined ? '' : ` ${hint}`;
    super(`Invalid filter pattern: ${message}${advice} ([${start},${end}])`);
    this.mistake = mistake;
  }
}
