// Which names may stand bare and which need backticks (reference logs-insights-ql 1.2, 1.3).

/** Words that an expression cannot use as a field name without backticks. Inferred: AWS calls keywords contextual. */
const reservedWords: ReadonlySet<string> = new Set([
  'and',
  'or',
  'not',
  'in',
  'like',
  'as',
  'by',
  'true',
  'false',
  'null',
]);

export function isReservedWord(word: string): boolean {
  return reservedWords.has(word.toLowerCase());
}

const plainFirst = /^@{0,2}[A-Za-z_][A-Za-z0-9_]*$/;
const plainLater = /^[A-Za-z0-9_]+$/;
const systemName = /^(@{1,2})([^@`][^`]*)$/;

/** A field path as the language writes it, with backticks exactly where they are needed. */
export function fieldText(segments: readonly string[]): string {
  return segments
    .map((segment, position) => {
      if (position > 0) return plainLater.test(segment) ? segment : `\`${segment}\``;
      const bareword = segments.length === 1 && isReservedWord(segment);
      return plainFirst.test(segment) && !bareword ? segment : quotedName(segment);
    })
    .join('.');
}

/** A step into a map or list, as it is written behind what it enters. */
export function memberText(step: string | number): string {
  if (typeof step === 'number') return `[${step}]`;
  return plainLater.test(step) ? `.${step}` : `.\`${step}\``;
}

/** An alias: one segment whatever it holds. */
export function aliasText(name: string): string {
  return fieldText([name]);
}

/** The `@` of a system name stays outside the backticks. */
function quotedName(name: string): string {
  const system = systemName.exec(name);
  return system === null ? `\`${name}\`` : `${system[1]}\`${system[2]}\``;
}
