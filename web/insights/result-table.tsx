// The rows of a query, in pages. Each row of a raw result opens to its event, any other to its values where one is long. A table of
// our own: Cloudscape's rows open to further rows of the same columns, not to a document.

import Icon from '@cloudscape-design/components/icon';
import { memo, useState } from 'react';
import './result-table.css';
import type { QueryResult } from '../api/responses.ts';
import type { Zone } from '../format/time.ts';
import { usePreferences } from '../shell/use-preferences.tsx';
import { EventDetail } from './event-detail.tsx';
import { type GridColumn, gridCell, gridColumns, pointerOf } from './result-grid.ts';

/** The columns that take all the room there is. */
const wideColumns: ReadonlySet<string> = new Set(['@message', '@pattern']);
/** Cells above this length may be cut off; the row then opens to show them. */
const shortCellChars = 60;

interface Props {
  readonly result: QueryResult;
  readonly rows: QueryResult['rows'];
  /** Number of the first row, from 1. */
  readonly firstNumber: number;
}

export function ResultTable({ result, rows, firstNumber }: Props) {
  const { zone } = usePreferences();
  const columns = gridColumns(result);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must take the focus to be scrolled by keys
    <section className="result-scroller" aria-label="Rows of the result" tabIndex={0}>
      <table
        className="result-table"
        data-wide={columns.some(({ name }) => wideColumns.has(name)) || undefined}
      >
        <thead>
          <tr>
            <th scope="col" className="result-number">
              #
            </th>
            {columns.map(({ name, at, alignRight }) => (
              <th key={at} scope="col" className={alignRight ? 'align-right' : undefined}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <ResultRow
              // biome-ignore lint/suspicious/noArrayIndexKey: rows of aggregates have no identity but their place
              key={firstNumber + at}
              row={row}
              number={firstNumber + at}
              columns={columns}
              pointer={pointerOf(result, row)}
              zone={zone}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface RowProps {
  readonly row: readonly (string | null)[];
  readonly number: number;
  readonly columns: readonly GridColumn[];
  readonly pointer: string | null;
  readonly zone: Zone;
}

const ResultRow = memo(function ResultRow({ row, number, columns, pointer, zone }: RowProps) {
  const [open, setOpen] = useState(false);
  const opens = pointer !== null || columns.some(({ at }) => (row[at]?.length ?? 0) > shortCellChars);
  return (
    <>
      <tr className="result-row" data-open={open || undefined}>
        <td className="result-number">
          {opens ? (
            <button
              type="button"
              className="result-toggle"
              aria-expanded={open}
              aria-label={`${pointer === null ? 'Values' : 'Event'} of row ${number}`}
              onClick={() => setOpen(!open)}
            >
              <Icon name={open ? 'caret-down-filled' : 'caret-right-filled'} size="small" />
              {number}
            </button>
          ) : (
            number
          )}
        </td>
        {columns.map((column) => (
          <ResultCell
            key={column.at}
            value={gridCell(row[column.at] ?? null, column.kind, zone)}
            column={column}
          />
        ))}
      </tr>
      {open && (
        <tr className="result-detail">
          <td colSpan={columns.length + 1}>
            {pointer === null ? (
              <RowValues row={row} columns={columns} zone={zone} />
            ) : (
              <EventDetail pointer={pointer} />
            )}
          </td>
        </tr>
      )}
    </>
  );
});

/** The whole values of a row that is no event. */
function RowValues({ row, columns, zone }: Pick<RowProps, 'row' | 'columns' | 'zone'>) {
  return (
    <dl className="event-fields row-values">
      {columns.map(({ name, at, kind }) => (
        <div key={at}>
          <dt>{name}</dt>
          <dd>{gridCell(row[at] ?? null, kind, zone) ?? '–'}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Messages and patterns are as wide as there is room; a click on the row number shows all of it. */
const cellClass = ({ name, alignRight }: GridColumn): string | undefined =>
  wideColumns.has(name) ? 'result-message' : alignRight ? 'align-right' : undefined;

function ResultCell({ value, column }: { readonly value: string | null; readonly column: GridColumn }) {
  if (value === null) return <td className="absent">–</td>;
  const tall = value.length > shortCellChars ? value : undefined;
  return (
    <td className={cellClass(column)} title={tall}>
      {value}
    </td>
  );
}
