// The query editor: CodeMirror with our language. Ctrl-Enter or Cmd-Enter runs; Tab leaves, so that the keyboard is
// never caught (Escape closes the completion list first).

import { closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { bracketMatching } from '@codemirror/language';
import { lintKeymap } from '@codemirror/lint';
import { EditorState, type Extension, Prec } from '@codemirror/state';
import { drawSelection, EditorView, keymap, lineNumbers, placeholder } from '@codemirror/view';
import { type Ref, useEffect, useImperativeHandle, useRef } from 'react';
import './query-editor.css';
import './query-text.css';
import type { Span } from '../../src/language/index.ts';
import type { KnownField } from './completion.ts';
import { type Check, completing, diagnosing, explaining, formatting, highlighting } from './extensions.ts';
import { markedRange } from './marked-range.ts';

export interface EditorHandle {
  /** Selects a place of the query and moves the focus there. */
  select(span: Span): void;
}

interface Props {
  readonly value: string;
  readonly fields: readonly KnownField[];
  readonly onChange: (value: string) => void;
  readonly onRun: () => void;
  readonly check: Check;
  readonly ref?: Ref<EditorHandle>;
}

export function QueryEditor({ value, fields, check, onChange, onRun, ref }: Props) {
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(null);
  // The editor lives as long as the component; what it calls back changes with every render.
  const latest = useRef({ value, fields, check, onChange, onRun });
  latest.current = { value, fields, check, onChange, onRun };

  useEffect(() => {
    if (host.current === null) return;
    const created = new EditorView({
      parent: host.current,
      state: EditorState.create({
        doc: latest.current.value,
        extensions: extensions({
          run: () => latest.current.onRun(),
          change: (text) => latest.current.onChange(text),
          fields: () => latest.current.fields,
          check: (text) => latest.current.check(text),
        }),
      }),
    });
    view.current = created;
    return () => created.destroy();
  }, []);

  useEffect(() => {
    const current = view.current;
    if (current === null || current.state.doc.toString() === value) return;
    current.dispatch({ changes: { from: 0, to: current.state.doc.length, insert: value } });
  }, [value]);

  useImperativeHandle(ref, () => ({
    select: (span) => {
      const current = view.current;
      if (current === null) return;
      const { from, to } = markedRange(span, current.state.doc.length);
      current.dispatch({ selection: { anchor: from, head: to }, scrollIntoView: true });
      current.focus();
    },
  }));

  return <div className="query-editor" ref={host} />;
}

interface Calls {
  readonly run: () => void;
  readonly change: (text: string) => void;
  readonly fields: () => readonly KnownField[];
  readonly check: Check;
}

function extensions({ run, change, fields, check }: Calls): Extension {
  const runKey = {
    key: 'Mod-Enter',
    run: () => {
      run();
      return true;
    },
  };
  return [
    Prec.highest(keymap.of([runKey])),
    lineNumbers(),
    history(),
    drawSelection(),
    bracketMatching(),
    closeBrackets(),
    EditorView.lineWrapping,
    placeholder('fields @timestamp, @message | sort @timestamp desc | limit 20'),
    EditorView.contentAttributes.of({ 'aria-label': 'Query in CloudWatch Logs Insights QL' }),
    highlighting,
    diagnosing(check),
    explaining,
    completing(fields),
    formatting,
    EditorView.updateListener.of((update) => {
      if (update.docChanged) change(update.state.doc.toString());
    }),
    keymap.of([
      ...closeBracketsKeymap,
      ...completionKeymap,
      ...historyKeymap,
      ...lintKeymap,
      ...defaultKeymap,
    ]),
  ];
}
