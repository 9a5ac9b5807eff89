// The language as CodeMirror extensions: colours from the tokens, underlines from the diagnostics, completion from the
// tables. What to colour, underline and offer is decided in src/language and completion.ts.

import { autocompletion, type Completion, type CompletionSource } from '@codemirror/autocomplete';
import { linter } from '@codemirror/lint';
import { type Extension, RangeSetBuilder } from '@codemirror/state';
import {
  Decoration,
  type DecorationSet,
  type EditorView,
  ViewPlugin,
  type ViewUpdate,
} from '@codemirror/view';
import { parse, tokenize } from '../../src/language/index.ts';
import { type KnownField, type Offer, offersAt } from './completion.ts';
import { markedRange } from './marked-range.ts';

function decorate(view: EditorView): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  for (const { kind, span } of tokenize(view.state.doc.toString())) {
    if (span.end > span.start) builder.add(span.start, span.end, Decoration.mark({ class: `ql-${kind}` }));
  }
  return builder.finish();
}

/** Queries have at most 10,000 characters, so all of it is read again at each change. */
export const highlighting: Extension = ViewPlugin.define(
  (view) => ({
    decorations: decorate(view),
    update(update: ViewUpdate) {
      if (update.docChanged) this.decorations = decorate(update.view);
    },
  }),
  { decorations: (plugin) => plugin.decorations },
);

const lintDelayMs = 250;

export const diagnosing: Extension = linter(
  (view) => {
    const text = view.state.doc.toString();
    if (text.trim() === '') return [];
    return parse(text).diagnostics.map(({ span, severity, message, hint }) => ({
      ...markedRange(span, text.length),
      severity,
      message: hint === undefined ? message : `${message}\n${hint}`,
    }));
  },
  { delay: lintDelayMs },
);

const icons: Readonly<Record<Offer['kind'], string>> = {
  command: 'keyword',
  keyword: 'keyword',
  function: 'function',
  field: 'property',
};

function completionOf({ text, kind, detail, doc, rank }: Offer): Completion {
  return {
    label: text,
    type: icons[kind],
    detail,
    ...(doc === '' ? {} : { info: doc }),
    ...(kind === 'function' ? { apply: `${text}(` } : {}),
    boost: rank,
  };
}

/** `fields` is asked at each completion, because the chosen log groups may have changed. */
export function completing(fields: () => readonly KnownField[]): Extension {
  const source: CompletionSource = ({ state, pos, explicit }) => {
    const offers = offersAt(state.doc.toString(), pos, fields());
    if (offers === null || (offers.from === pos && !explicit)) return null;
    return { from: offers.from, options: offers.offers.map(completionOf), validFor: /^@{0,2}[`\w.-]*$/ };
  };
  return autocompletion({ override: [source], icons: false });
}
