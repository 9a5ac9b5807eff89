// Saved queries in their folders, each to be put into the editor or deleted.

import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import './saved-list.css';
import { asProblem } from '../api/problem.ts';
import type { SavedQuery } from '../api/responses.ts';
import { useDeleteSavedQuery } from '../api/use-api.ts';
import { ProblemAlert } from '../shell/problem-alert.tsx';
import { type FiledQuery, type Folder, filed } from './saved-folders.ts';

interface Props {
  readonly queries: readonly SavedQuery[];
  /** `asText`: the text itself is wanted, not a call of it. */
  readonly onPick: (query: SavedQuery, asText: boolean) => void;
}

export function SavedList({ queries, onPick }: Props) {
  const deletion = useDeleteSavedQuery();
  return (
    <>
      {deletion.error !== null && <ProblemAlert problem={asProblem(deletion.error)} />}
      {queries.length === 0 && <Box color="text-body-secondary">No query is saved yet.</Box>}
      <FolderList
        folder={filed(queries)}
        row={(filedQuery) => (
          <SavedRow {...filedQuery} onPick={onPick} onDelete={(id) => deletion.mutate(id)} />
        )}
      />
    </>
  );
}

interface FolderListProps {
  readonly folder: Folder;
  readonly row: (query: FiledQuery) => React.ReactNode;
}

function FolderList({ folder, row }: FolderListProps) {
  return (
    <ul className="saved-list">
      {folder.folders.map((inner) => (
        <li key={`${inner.name}/`}>
          <ExpandableSection headerText={inner.name} defaultExpanded>
            <FolderList folder={inner} row={row} />
          </ExpandableSection>
        </li>
      ))}
      {folder.queries.map((filedQuery) => (
        <li key={filedQuery.query.id}>{row(filedQuery)}</li>
      ))}
    </ul>
  );
}

interface RowProps extends FiledQuery {
  readonly onPick: Props['onPick'];
  readonly onDelete: (id: string) => void;
}

function SavedRow({ title, query, onPick, onDelete }: RowProps) {
  const hasParameters = query.parameters.length > 0;
  return (
    <div className="saved-row">
      <Button variant="inline-link" onClick={() => onPick(query, false)}>
        {title}
      </Button>
      <code>{query.query}</code>
      {hasParameters && (
        <Button variant="inline-link" ariaLabel={`Edit ${query.name}`} onClick={() => onPick(query, true)}>
          Edit
        </Button>
      )}
      <Button
        variant="inline-icon"
        iconName="remove"
        ariaLabel={`Delete ${query.name}`}
        onClick={() => onDelete(query.id)}
      />
    </div>
  );
}
