// Markdown: the fenced blocks that say they hold a query of Logs Insights.

import type { EmbeddedQuery } from './embedded.ts';
import { type LocatedText, sliceLocated } from './located-text.ts';

const fence = /^([^\S\n]*)(`{3,}|~{3,})[^\S\n]*([\w-]+)[^\n]*\n([\s\S]*?)^\1\2[^\S\n]*$/gm;
const languages = /^(ql|cwli|(cloudwatch-)?logs-?insights(-ql)?)$/i;

export function readMarkdown(file: LocatedText): readonly EmbeddedQuery[] {
  return [...file.text.matchAll(fence)]
    .filter(([, , , language = '']) => languages.test(language))
    .map((found) => {
      const [whole, indent = '', marks = '', , body = ''] = found;
      const end = found.index + whole.trimEnd().length - marks.length - indent.length;
      const start = end - body.length;
      const line = file.text.slice(0, found.index).split('\n').length;
      return { path: `block at line ${line}`, query: sliceLocated(file, start, end), holes: 'template' };
    });
}
