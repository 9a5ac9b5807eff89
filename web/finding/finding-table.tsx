// One table of a finding: sorted by any column, filtered by words, in pages.

import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import Pagination from '@cloudscape-design/components/pagination';
import Table, { type TableProps } from '@cloudscape-design/components/table';
import TextFilter from '@cloudscape-design/components/text-filter';
import { useMemo, useState } from 'react';
import type { FindingColumn, FindingTable as TableData } from '../../src/investigations/finding.ts';
import { counted } from '../format/quantities.ts';
import type { Zone } from '../format/time.ts';
import { Nothing } from '../shell/nothing.tsx';
import { usePreferences } from '../shell/use-preferences.tsx';
import { Cell } from './cell.tsx';
import { cellText } from './cell-text.ts';
import { columnShape } from './column-shape.ts';
import { compareRows, filterRows, pageCount, pageOf, type Row } from './table-rows.ts';

const pageSize = 20;
/** Shorter tables are read faster than they are filtered. */
const filterFrom = 8;

interface Sorting {
  readonly column: FindingColumn;
  readonly descending: boolean;
}

export function FindingTable({ table }: { readonly table: TableData }) {
  const { zone } = usePreferences();
  const [sorting, setSorting] = useState<Sorting | null>(null);
  const [filter, setFilter] = useState('');
  const [page, setPage] = useState(1);
  const columns = useMemo(() => columnDefinitions(table, zone), [table, zone]);
  const matching = useMemo(() => arranged(table, filter, sorting, zone), [table, filter, sorting, zone]);
  const pages = pageCount(matching.length, pageSize);
  const current = Math.min(page, pages);
  if (table.rows.length === 0) {
    return (
      <Container header={<Header variant="h2">{table.title}</Header>}>
        <Box color="text-body-secondary">{table.empty}</Box>
      </Container>
    );
  }
  return (
    <Table<Row>
      header={
        <Header variant="h2" counter={`(${table.rows.length})`}>
          {table.title}
        </Header>
      }
      items={pageOf(matching, current, pageSize)}
      columnDefinitions={columns}
      wrapLines
      cellVerticalAlign="top"
      contentDensity="compact"
      empty={<Nothing title="No row has all of these words" />}
      {...(sorting && {
        sortingColumn: columns[table.columns.indexOf(sorting.column)] ?? {},
        sortingDescending: sorting.descending,
      })}
      onSortingChange={({ detail }) => {
        const column = table.columns[columns.findIndex(({ id }) => id === idOf(detail.sortingColumn))];
        if (column !== undefined) setSorting({ column, descending: detail.isDescending ?? false });
      }}
      filter={
        table.rows.length >= filterFrom && (
          <TextFilter
            filteringText={filter}
            filteringPlaceholder="Find in this table"
            filteringAriaLabel={`Find in ${table.title}`}
            countText={filter === '' ? '' : counted(matching.length, 'row')}
            onChange={({ detail }) => {
              setFilter(detail.filteringText);
              setPage(1);
            }}
          />
        )
      }
      pagination={
        pages > 1 && (
          <Pagination
            currentPageIndex={current}
            pagesCount={pages}
            onChange={({ detail }) => setPage(detail.currentPageIndex)}
          />
        )
      }
    />
  );
}

function arranged(
  { columns, rows }: TableData,
  filter: string,
  sorting: Sorting | null,
  zone: Zone,
): readonly Row[] {
  const shown = (row: Row) => columns.map(({ key, kind }) => cellText(row[key], kind, zone)).join(' ');
  const matching = filterRows(rows, filter, shown);
  if (sorting === null) return matching;
  const direction = sorting.descending ? -1 : 1;
  return matching.toSorted((a, b) => direction * compareRows(a, b, sorting.column));
}

function columnDefinitions({ columns, rows }: TableData, zone: Zone): TableProps.ColumnDefinition<Row>[] {
  return columns.map((column) => {
    const texts = rows.map((row) => cellText(row[column.key], column.kind, zone));
    const { oneLine, alignEnd, minWidthPx } = columnShape(column, texts);
    const className = `${oneLine ? 'nowrap' : ''} ${alignEnd ? 'align-end' : ''}`;
    return {
      id: column.key,
      header: (
        <div className={alignEnd ? 'align-end' : undefined}>{column.kind === 'tone' ? '' : column.title}</div>
      ),
      ariaLabel: () => column.title,
      // Rows are sorted by hand, over all pages; the comparator only says that they can be.
      sortingComparator: (a, b) => compareRows(a, b, column),
      cell: (row) => (
        <div className={className}>
          <Cell row={row} column={column} />
        </div>
      ),
      minWidth: minWidthPx,
      ...(column.kind === 'tone' ? { width: minWidthPx } : {}),
    };
  });
}

const idOf = (column: TableProps.SortingColumn<Row>): string | undefined =>
  'id' in column && typeof column.id === 'string' ? column.id : undefined;
