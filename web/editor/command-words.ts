// What a command takes, read off the syntax line of its row, so that a new command completes as soon as it has a row:
// `sort [by] field [asc|desc], …` takes fields and the words by, asc and desc.

import type { CommandSpec } from '../../src/language/index.ts';

export interface CommandWords {
  /** Words and options of the command itself: `by`, `previousDay`, `type=left`. */
  readonly words: readonly string[];
  readonly takes: 'expressions' | 'fields' | 'nothing';
}

/** Words of syntax lines that stand for something else. */
const placeholders =
  /^(aggregate|column|condition|count|expression|field|first|group|id|item|key|last|list|log|n|name|p|param|path|period|prefix|query|table|text|time|value)$/i;

export function commandWords({ name, syntax }: CommandSpec): CommandWords {
  const plain = syntax.replace(/"[^"]*"|'[^']*'|\/\S.*?\//g, ' ');
  const options = [...plain.matchAll(/([A-Za-z]+)=(\S*)/g)].flatMap(([, option = '', values = '']) =>
    optionWords(option, values),
  );
  const words = [...plain.replace(/[A-Za-z]+=\S*/g, ' ').matchAll(/[A-Za-z]+/g)]
    .map(([word]) => word)
    .filter((word) => word.length > 1 && word !== name && !placeholders.test(word));
  const takes = /expression|condition|aggregate/.test(plain)
    ? 'expressions'
    : /\b(field|path|key)\b/.test(plain)
      ? 'fields'
      : 'nothing';
  return { words: [...new Set([...words, ...options])], takes };
}

/** `action=remove|transform` is two offers, `param=n` is one that is to be completed. */
function optionWords(option: string, values: string): readonly string[] {
  const choices = values.replace(/[[\],…]/g, '').split('|');
  const fixed = choices.filter((choice) => /^\w+$/.test(choice) && !placeholders.test(choice));
  return fixed.length === choices.length ? fixed.map((choice) => `${option}=${choice}`) : [`${option}=`];
}
