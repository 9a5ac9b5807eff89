// What is asked: log groups, the editor, samples and saved queries, run and stop.

import Button from '@cloudscape-design/components/button';
import ButtonDropdown from '@cloudscape-design/components/button-dropdown';
import Container from '@cloudscape-design/components/container';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactNode, Ref } from 'react';
import { format, hasErrors, parse } from '../../src/language/index.ts';
import { useCheck, useFields } from '../api/use-api.ts';
import { type EditorHandle, QueryEditor } from '../editor/query-editor.tsx';
import type { Draft } from './draft.ts';
import { GroupSelect } from './group-select.tsx';
import { samples } from './samples.ts';
import { SavedQueries } from './saved-queries.tsx';

interface Props {
  readonly draft: Draft;
  readonly running: boolean;
  readonly editor: Ref<EditorHandle>;
  /** Progress or statistics, beside the buttons. */
  readonly status: ReactNode;
  readonly onDraft: (draft: Draft) => void;
  readonly onRun: (draft: Draft) => void;
  readonly onStop: () => void;
}

/** What is wrong stays as it is: there is nothing to rely on. */
const isFormattable = (text: string): boolean => text.trim() !== '' && !hasErrors(parse(text).diagnostics);

const noFields = [] as const;

export function QueryPanel({ draft, running, editor, status, onDraft, onRun, onStop }: Props) {
  const fields = useFields(draft.groups);
  const check = useCheck();
  return (
    <Container>
      <SpaceBetween size="s">
        <GroupSelect groups={draft.groups} onChange={(groups) => onDraft({ ...draft, groups })} />
        <QueryEditor
          ref={editor}
          value={draft.text}
          fields={fields.data ?? noFields}
          check={check}
          onChange={(text) => onDraft({ ...draft, text })}
          onRun={() => onRun(draft)}
        />
        <div className="query-actions">
          <SpaceBetween direction="horizontal" size="xs" alignItems="center">
            {running ? (
              <Button iconName="status-stopped" onClick={onStop}>
                Stop
              </Button>
            ) : (
              <Button variant="primary" disabled={draft.text.trim() === ''} onClick={() => onRun(draft)}>
                Run query
              </Button>
            )}
            <ButtonDropdown
              items={samples.map(({ id, title }) => ({ id, text: title }))}
              onItemClick={({ detail }) => {
                const sample = samples.find(({ id }) => id === detail.id);
                if (sample !== undefined) onRun({ ...draft, text: sample.query });
              }}
            >
              Sample queries
            </ButtonDropdown>
            <Button
              disabled={!isFormattable(draft.text)}
              onClick={() => onDraft({ ...draft, text: format(draft.text) })}
            >
              Format
            </Button>
            <SavedQueries draft={draft} onDraft={onDraft} />
          </SpaceBetween>
          {status}
        </div>
      </SpaceBetween>
    </Container>
  );
}
