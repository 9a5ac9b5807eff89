// The language as CodeMirror extensions: colours from the tokens, underlines from the diagnostics, completion and tooltips
// from the tables. What to colour, underline, offer and tell is decided in src/language, completion.ts and word-doc.ts.

import { autocompletion, type Completion, type CompletionSource } from '@codemirror/autocomplete';
import { linter, type Diagnostic as Marked } from '@codemirror/lint';
import { type Extension, RangeSetBuilder } from '@codemirror/state';
import {
  Decoration,
  type DecorationSet,
  type EditorView,
  hoverTooltip,
  keymap,
  ViewPlugin,
  type ViewUpdate,
} from '@codemirror/view';
import { type Diagnostic, format, hasErrors, parse, tokenize } from '../../src/language/index.ts';
import { type KnownField, type Offer, offersAt } from './completion.ts';
import { markedRange } from './marked-range.ts';
import { wordDocAt } from './word-doc.ts';
import { wordDocCard } from './word-doc-card.ts';

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

/** What is wrong with a text beyond its grammar; rejects when nobody can tell. */
export type Check = (text: string) => Promise<readonly Diagnostic[]>;

/** Mistakes of the grammar are found here; whether the names and commands make sense only the server knows. */
export function diagnosing(check: Check): Extension {
  return linter(
    async (view) => {
      const text = view.state.doc.toString();
      if (text.trim() === '') return [];
      const { diagnostics } = parse(text);
      const found = hasErrors(diagnostics) ? diagnostics : await check(text).catch(() => diagnostics);
      return found.map((diagnostic) => marked(diagnostic, text.length));
    },
    { delay: lintDelayMs },
  );
}

function marked({ span, severity, message, hint }: Diagnostic, length: number): Marked {
  return {
    ...markedRange(span, length),
    severity,
    message: hint === undefined ? message : `${message}\n${hint}`,
    renderMessage: () => {
      const drawn = document.createElement('div');
      drawn.append(message);
      if (hint !== undefined) {
        const advice = drawn.appendChild(document.createElement('div'));
        advice.className = 'diagnostic-hint';
        advice.textContent = hint;
      }
      return drawn;
    },
  };
}

/** What a command or function does, beside the pointer. */
export const explaining: Extension = hoverTooltip((view, offset) => {
  const doc = wordDocAt(view.state.doc.toString(), offset);
  if (doc === null) return null;
  return { pos: doc.span.start, end: doc.span.end, above: true, create: () => ({ dom: wordDocCard(doc) }) };
});

const icons: Readonly<Record<Offer['kind'], string>> = {
  command: 'keyword',
  keyword: 'keyword',
  function: 'function',
  field: 'property',
  name: 'variable',
  period: 'constant',
};

function completionOf({ text, kind, detail, doc, rank }: Offer): Completion {
  return {
    label: text,
    type: icons[kind],
    detail: detail.split('\n')[0] ?? '',
    ...(doc === undefined ? {} : { info: () => wordDocCard(doc) }),
    ...(kind === 'function' ? { apply: call } : {}),
    boost: rank,
  };
}

/** Inserts `name()` with the caret between the parentheses, or only the name where they stand already. */
function call(view: EditorView, { label }: Completion, from: number, to: number): void {
  const called = view.state.sliceDoc(to, to + 1) === '(';
  view.dispatch({
    changes: { from, to, insert: called ? label : `${label}()` },
    selection: { anchor: from + label.length + 1 },
    userEvent: 'input.complete',
  });
}

/** `fields` is asked at each completion, because the chosen log groups may have changed. */
export function completing(fields: () => readonly KnownField[]): Extension {
  const source: CompletionSource = ({ state, pos, explicit }) => {
    const offers = offersAt(state.doc.toString(), pos, fields());
    if (offers === null || (offers.from === pos && !explicit)) return null;
    const word = state.sliceDoc(offers.from, pos).toLowerCase();
    const fitting = offers.offers.filter(({ text }) => text.toLowerCase().startsWith(word));
    // A word that is written out needs no list.
    if (!explicit && fitting.length === 1 && fitting[0]?.text.toLowerCase() === word) return null;
    return { from: offers.from, options: offers.offers.map(completionOf), validFor: /^@{0,2}[`\w.-]*$/ };
  };
  return autocompletion({ override: [source], icons: false });
}

/** Shift-Alt-F writes the query as `shiplog fmt` does; one that is wrong stays as it is. */
export const formatting: Extension = keymap.of([
  {
    key: 'Shift-Alt-f',
    run: ({ state, dispatch }) => {
      const text = state.doc.toString();
      if (hasErrors(parse(text).diagnostics)) return false;
      const formatted = format(text);
      if (formatted !== text)
        dispatch(state.update({ changes: { from: 0, to: text.length, insert: formatted } }));
      return true;
    },
  },
]);
