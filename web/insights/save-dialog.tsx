// Saving the query of the editor: its name, with folders, and the default values of its parameters.

import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { asProblem } from '../api/problem.ts';
import type { SavedQuery } from '../api/responses.ts';
import { useSaveQuery } from '../api/use-api.ts';
import { ProblemAlert } from '../shell/problem-alert.tsx';
import { type Draft, parametersOf } from './draft.ts';

const defaultAdvice =
  'As it is written in the query: a text with its quotes. Without one, each call must give a value.';

interface Props {
  readonly draft: Draft;
  /** To begin with. */
  readonly name: string;
  readonly queries: readonly SavedQuery[];
  readonly onSaved: (query: SavedQuery) => void;
  readonly onClose: () => void;
}

export function SaveDialog({ draft, name: firstName, queries, onSaved, onClose }: Props) {
  const [name, setName] = useState(firstName);
  const [values, setValues] = useState<Readonly<Record<string, string>>>({});
  const saving = useSaveQuery();
  const before = queries.find((query) => query.name === name.trim());
  const parameters = parametersOf(draft.text, before?.parameters ?? []).map((parameter) => ({
    ...parameter,
    defaultValue: (values[parameter.name] ?? parameter.defaultValue) || undefined,
  }));
  const save = (): void => {
    const saved = { name: name.trim(), query: draft.text, logGroups: draft.groups, parameters };
    saving.mutate(saved, { onSuccess: onSaved });
  };
  return (
    <Modal
      visible
      header="Save query"
      closeAriaLabel="Close"
      onDismiss={onClose}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={onClose}>
              Cancel
            </Button>
            <Button variant="primary" disabled={name.trim() === ''} loading={saving.isPending} onClick={save}>
              {before === undefined ? 'Save' : 'Replace'}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== '') save();
        }}
      >
        <SpaceBetween size="m">
          {saving.error !== null && <ProblemAlert problem={asProblem(saving.error)} />}
          <FormField label="Name" description="A slash makes a folder: folder/name.">
            <Input
              value={name}
              spellcheck={false}
              autoFocus
              onChange={({ detail }) => setName(detail.value)}
            />
          </FormField>
          {parameters.map((parameter, index) => (
            <FormField
              key={parameter.name}
              label={`Default of ${parameter.name}`}
              description={index === 0 && defaultAdvice}
            >
              <Input
                value={parameter.defaultValue ?? ''}
                spellcheck={false}
                onChange={({ detail }) => setValues({ ...values, [parameter.name]: detail.value })}
              />
            </FormField>
          ))}
          {before !== undefined && <Alert type="info">This replaces the query of that name.</Alert>}
        </SpaceBetween>
      </form>
    </Modal>
  );
}
