// A query to read: coloured as in the editor, not editable.

import { tokenize } from '../../src/language/index.ts';
import './query-text.css';
import { tokenParts } from './token-parts.ts';

export function QueryText({ query }: { readonly query: string }) {
  return (
    <pre className="code-block">
      {tokenParts(query, tokenize(query)).map(({ text, start, kind }) =>
        kind === null ? (
          text
        ) : (
          <span key={start} className={`ql-${kind}`}>
            {text}
          </span>
        ),
      )}
    </pre>
  );
}
