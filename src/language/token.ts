// A token as `explain --stage tokens` lists it and as the editor colours it: a lexeme with the role that the
// parser gave it (`count` may be a function, a field or an alias).

import type { Span } from './ast.ts';

export type TokenKind =
  | 'command'
  | 'keyword'
  | 'function'
  | 'field'
  | 'alias'
  | 'string'
  | 'number'
  | 'period'
  | 'regex'
  /** `true`, `false`, `null`. */
  | 'constant'
  | 'operator'
  /** `|` between commands. */
  | 'pipe'
  | 'punctuation'
  | 'comment'
  | 'error';

export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  readonly span: Span;
}
