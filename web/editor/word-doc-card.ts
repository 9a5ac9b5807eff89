// The documentation of a word as it is drawn in the editor's tooltips, which are not React's.

import { tokenize } from '../../src/language/index.ts';
import { tokenParts } from './token-parts.ts';
import type { WordDoc } from './word-doc.ts';

export function wordDocCard({ syntax, meaning, example, notes }: WordDoc): HTMLElement {
  const card = element('div', 'word-doc');
  card.append(
    element('pre', 'word-doc-syntax', syntax),
    element('p', '', meaning),
    exampleElement(example),
    element('p', 'word-doc-notes', notes.join(' ')),
  );
  return card;
}

function exampleElement(example: string): HTMLElement {
  const code = element('pre', 'word-doc-example');
  for (const { text, kind } of tokenParts(example, tokenize(example))) {
    code.append(kind === null ? text : element('span', `ql-${kind}`, text));
  }
  return code;
}

function element(name: string, className: string, text = ''): HTMLElement {
  const created = document.createElement(name);
  if (className !== '') created.className = className;
  created.textContent = text;
  return created;
}
