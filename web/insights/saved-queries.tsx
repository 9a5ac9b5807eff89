// The two buttons for what is kept: pick a saved query, or save the one of the editor.

import Button from '@cloudscape-design/components/button';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { asProblem } from '../api/problem.ts';
import type { SavedQuery } from '../api/responses.ts';
import { useSavedQueries } from '../api/use-api.ts';
import { ProblemAlert } from '../shell/problem-alert.tsx';
import { type Draft, runnableDraft, textDraft } from './draft.ts';
import { SaveDialog } from './save-dialog.tsx';
import { SavedList } from './saved-list.tsx';

interface Props {
  readonly draft: Draft;
  readonly onDraft: (draft: Draft) => void;
}

export function SavedQueries({ draft, onDraft }: Props) {
  const { data: queries = [], error } = useSavedQueries();
  const [open, setOpen] = useState<'save' | 'list' | null>(null);
  /** Of the query whose text is in the editor: it will be saved under this name again. */
  const [name, setName] = useState('');
  const pick = (query: SavedQuery, asText: boolean): void => {
    const picked = asText ? textDraft(query) : runnableDraft(query);
    setName(picked.text === query.query ? query.name : '');
    setOpen(null);
    onDraft(picked);
  };
  return (
    <>
      <SpaceBetween direction="horizontal" size="xs">
        <Button onClick={() => setOpen('list')}>Saved queries</Button>
        <Button disabled={draft.text.trim() === ''} onClick={() => setOpen('save')}>
          Save
        </Button>
      </SpaceBetween>
      {open === 'save' && (
        <SaveDialog
          draft={draft}
          name={name}
          queries={queries}
          onClose={() => setOpen(null)}
          onSaved={(saved) => {
            setName(saved.name);
            setOpen(null);
          }}
        />
      )}
      {open === 'list' && (
        <Modal
          visible
          size="large"
          header="Saved queries"
          closeAriaLabel="Close"
          onDismiss={() => setOpen(null)}
        >
          {error === null ? (
            <SavedList queries={queries} onPick={pick} />
          ) : (
            <ProblemAlert problem={asProblem(error)} />
          )}
        </Modal>
      )}
    </>
  );
}
