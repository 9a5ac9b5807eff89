import { describe, expect, it } from 'vitest';
import { type Lexeme, lexAt, lexRegexAt, regexSourceOffset } from './lexer.ts';

function lexemes(text: string): Lexeme[] {
  const found: Lexeme[] = [];
  for (let lexeme = lexAt(text, 0); lexeme.kind !== 'end'; lexeme = lexAt(text, lexeme.span.end))
    found.push(lexeme);
  return found;
}

const kindsAndTexts = (text: string): string[] =>
  lexemes(text).map((lexeme) => `${lexeme.kind} ${lexeme.text}`);

function only(text: string): Lexeme {
  const [lexeme, more] = lexemes(text);
  if (lexeme === undefined || more !== undefined) throw new Error(`not one lexeme: ${text}`);
  return lexeme;
}

describe('names', () => {
  it.each([
    ['status', ['status']],
    ['@timestamp', ['@timestamp']],
    ['@@x', ['@@x']],
    ['detail.containers.0.exitCode', ['detail', 'containers', '0', 'exitCode']],
    ['`detail-type`', ['detail-type']],
    ['`a.b c`', ['a.b c']],
    ['@`aws.tag.team name`', ['@aws.tag.team name']],
    ['doc.`unit.price`.max', ['doc', 'unit.price', 'max']],
    ['`a`.b', ['a', 'b']],
    ['left.@timestamp', ['left', '@timestamp']],
    ['a.0x1', ['a', '0x1']],
  ])('%s', (text, segments) => {
    expect(only(text)).toMatchObject({ kind: 'name', segments, text });
  });

  it('knows whether backticks took part, which keeps a name from being a keyword', () => {
    expect(only('`limit`')).toMatchObject({ quoted: true });
    expect(only('limit')).toMatchObject({ quoted: false });
  });

  it('leaves the hyphen to be a minus', () => {
    expect(kindsAndTexts('detail-type')).toEqual(['name detail', 'symbol -', 'name type']);
  });

  it('reports a backtick that is never closed', () => {
    expect(only('`')).toMatchObject({ kind: 'error', code: 'unterminated-name' });
  });
});

describe('numbers and periods', () => {
  it.each([
    ['123', 'number'],
    ['1.50', 'number'],
    ['1e5', 'number'],
    ['2.5E-3', 'number'],
    ['9007199254740993', 'number'],
  ])('%s is a %s', (text, kind) => {
    expect(only(text)).toMatchObject({ kind, text });
  });

  it.each([
    ['5m', '5', 'minute'],
    ['5min', '5', 'minute'],
    ['90MINUTES', '90', 'minute'],
    ['100ms', '100', 'millisecond'],
    ['1mo', '1', 'month'],
    ['2qtrs', '2', 'quarter'],
    ['1.5h', '1.5', 'hour'],
  ])('%s', (text, digits, unit) => {
    expect(only(text)).toMatchObject({ kind: 'period', digits, unit });
  });

  it('takes a word that is no unit as the next lexeme', () => {
    expect(kindsAndTexts('80or 5m1')).toEqual(['number 80', 'name or', 'number 5', 'name m1']);
  });
});

describe('strings', () => {
  it.each([
    [`"a'b"`, "a'b"],
    [`'a"b'`, 'a"b'],
    [String.raw`"say \"hi\""`, 'say "hi"'],
    [String.raw`'it\'s'`, "it's"],
    [String.raw`"a\\b\n\t\r"`, 'a\\b\n\t\r'],
    [String.raw`"\d+\/"`, String.raw`\d+\/`],
    ['"a|b # c /"', 'a|b # c /'],
    ['"two\nlines"', 'two\nlines'],
    ['""', ''],
  ])('%s', (text, value) => {
    expect(only(text)).toMatchObject({ kind: 'string', value });
  });

  it('reports a string that is never closed up to the end of its line', () => {
    expect(lexAt('"abc\n| limit 5', 0)).toMatchObject({
      kind: 'error',
      code: 'unterminated-string',
      text: '"abc',
      span: { start: 0, end: 4 },
    });
  });
});

describe('symbols, blanks and comments', () => {
  it('takes the longest operator', () => {
    expect(kindsAndTexts('a==b=~!=<=>= ^%!')).toEqual([
      'name a',
      'symbol ==',
      'name b',
      'symbol =~',
      'symbol !=',
      'symbol <=',
      'symbol >=',
      'symbol ^',
      'symbol %',
      'symbol !',
    ]);
  });

  it('skips comments wherever blanks may stand', () => {
    expect(kindsAndTexts('# first\n  a # then | "\n## more\n, b#end')).toEqual([
      'name a',
      'symbol ,',
      'name b',
    ]);
  });

  it.each(['?', '&', '~', '“', 'é', '😀', ';', '\\', '@'])('does not know %s', (char) => {
    expect(only(char)).toMatchObject({ kind: 'error', code: 'unrecognised-token', text: char });
  });

  it('ends with an end of no width', () => {
    expect(lexAt(' # x', 0)).toMatchObject({ kind: 'end', span: { start: 4, end: 4 } });
  });
});

describe('regular expressions', () => {
  it.each([
    ['/a|b/', 'a|b'],
    ['/a\\/b/', 'a/b'],
    ['/\\d+ \\[x\\]/', '\\d+ \\[x\\]'],
    ['/[^/]+/', '[^/]+'],
    ['/[[:alpha:]/]/', '[[:alpha:]/]'],
    ['/a\\\\/', 'a\\\\'],
    ['/item#1 "x"/', 'item#1 "x"'],
    ['/two\nlines/', 'two\nlines'],
    ['//', ''],
  ])('%s', (text, pattern) => {
    expect(lexRegexAt(text, 0)).toMatchObject({
      kind: 'regex',
      pattern,
      span: { start: 0, end: text.length },
    });
  });

  it('ends at the first slash when a bracket would swallow the rest', () => {
    expect(lexRegexAt('/[/ and b', 0)).toMatchObject({ kind: 'regex', pattern: '[' });
  });

  it('reports one that is never closed', () => {
    expect(lexRegexAt('/abc\n| limit 1', 0)).toMatchObject({ code: 'unterminated-regex', text: '/abc' });
  });

  it('finds an offset of the pattern in the literal, where each \\/ is one character longer', () => {
    const literal = String.raw`/a\/b\d\/c/`;
    const pattern = String.raw`a/b\d/c`;
    const marked = [...pattern].map((_, offset) => literal[regexSourceOffset(literal, 0, offset)]);
    expect(marked.join(' ')).toBe(String.raw`a \ b \ d \ c`);
    expect(regexSourceOffset(literal, 100, pattern.length)).toBe(100 + literal.length - 1);
  });
});
