// What the tables of the language say about a word of a query, for the tooltip and beside the completion.

import {
  type CommandSpec,
  type Confidence,
  type FunctionSpec,
  findCommand,
  findFunction,
  type Span,
  tokenize,
} from '../../src/language/index.ts';

export interface WordDoc {
  /** Syntax or signature, one form a line. */
  readonly syntax: string;
  readonly meaning: string;
  /** A query or an expression. */
  readonly example: string;
  /** How sure we are, and where we do otherwise. */
  readonly notes: readonly string[];
}

export interface WordDocAt extends WordDoc {
  readonly span: Span;
}

/** About the command or function at an offset; null for every other word. */
export function wordDocAt(text: string, offset: number): WordDocAt | null {
  const token = tokenize(text).find(({ span }) => span.start <= offset && offset < span.end);
  if (token?.kind === 'command') {
    const spec = findCommand(token.text);
    return spec === undefined ? null : { ...commandDoc(spec), span: token.span };
  }
  const spec = token?.kind === 'function' ? findFunction(token.text) : undefined;
  return token === undefined || spec === undefined ? null : { ...functionDoc(spec), span: token.span };
}

export function commandDoc({ syntax, doc, example, spellings, ...rest }: CommandSpec): WordDoc {
  const also = spellings.length === 0 ? [] : [`Also ${spellings.join(', ')}.`];
  return {
    syntax: syntax.replaceAll(` | ${rest.name}`, `\n${rest.name}`),
    meaning: plain(doc),
    example: example.replaceAll(' | ', '\n| '),
    notes: [...also, ...notesOf(rest)],
  };
}

export function functionDoc({ signature, doc, example, spellings, ...rest }: FunctionSpec): WordDoc {
  const also = spellings.length === 0 ? [] : [`Also ${spellings.join(', ')}.`];
  return { syntax: signature, meaning: plain(doc), example, notes: [...also, ...notesOf(rest)] };
}

/** Backticks mark code in the documentation. */
const plain = (doc: string): string => doc.replaceAll('`', '');

const confidenceTexts: Readonly<Record<Confidence, string>> = {
  documented: 'Documented by AWS.',
  observed: 'Observed on AWS.',
  inferred: 'Inferred: AWS does not say.',
};

function notesOf(
  spec: Pick<FunctionSpec, 'confidence' | 'differs'> & Partial<Pick<CommandSpec, 'status'>>,
): readonly string[] {
  return [
    confidenceTexts[spec.confidence],
    ...(spec.differs === undefined ? [] : [`Differs: ${plain(spec.differs)}`]),
    ...(spec.status === 'planned' ? ['Shiplog does not run it yet.'] : []),
  ];
}
