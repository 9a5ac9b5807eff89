// What is kept aside, as a list and one by one, in four formats.

import type { RejectedDocument, RejectedList } from './backend.ts';
import { printable } from './cell-text.ts';
import type { Format } from './options.ts';
import { counted, formatBytes, formatCount, formatTime } from './quantities.ts';
import { renderCsv } from './render-csv.ts';
import { renderTable } from './render-table.ts';
import type { Style } from './terminal.ts';

export function renderRejected(list: RejectedList, format: Format, style: Style): string {
  const { records } = list;
  switch (format) {
    case 'json':
      return `${JSON.stringify(list, null, 2)}\n`;
    case 'ndjson':
      return records.map((record) => `${JSON.stringify(record)}\n`).join('');
    case 'csv':
      return renderCsv(
        ['id', 'last', 'times', 'bytes', 'source', 'sender', 'reason'],
        records.map(({ id, lastMs, times, bytes, source, sender, reason }) => [
          String(id),
          new Date(lastMs).toISOString(),
          String(times),
          String(bytes),
          source,
          sender,
          reason,
        ]),
      );
    case 'table':
      return table(list, style);
  }
}

function table({ kept, keptBytes, records }: RejectedList, style: Style): string {
  if (kept === 0) return 'Nothing is kept aside.\n';
  const right = { align: 'right' as const };
  const left = { align: 'left' as const };
  const columns = [
    { title: 'id', ...right },
    { title: 'last (UTC)', ...left },
    { title: 'times', ...right },
    { title: 'size', ...right },
    { title: 'source', ...left },
    { title: 'reason', ...left },
  ];
  const rows = records.map(({ id, lastMs, times, bytes, source, reason }) =>
    [String(id), formatTime(lastMs), formatCount(times), formatBytes(bytes), source, printable(reason)].map(
      (text) => ({ text }),
    ),
  );
  const all = `${counted(kept, 'document')}, ${formatBytes(keptBytes)}, kept aside.`;
  return `${renderTable({ columns, rows }, style).join('\n')}\n\n${all}\n`;
}

export function renderDocument(document: RejectedDocument, format: Format, style: Style): string {
  if (format === 'json') return `${JSON.stringify(document, null, 2)}\n`;
  const { bodyBase64, ...record } = document;
  if (format !== 'table') return renderRejected({ kept: 1, keptBytes: 0, records: [record] }, format, style);
  const { id, source, sender, reason, firstMs, lastMs, times, bytes, keptBytes } = record;
  const seen = times === 1 ? '' : `, ${formatCount(times)} times since ${formatTime(firstMs)}`;
  const cut = keptBytes < bytes ? `, of which ${formatBytes(keptBytes)} are kept` : '';
  const lines: readonly (readonly [string, string])[] = [
    ['id', String(id)],
    ['came (UTC)', `${formatTime(lastMs)}${seen}`],
    ['by', `${source}  ${printable(sender)}`],
    ['reason', printable(reason)],
    ['size', `${formatBytes(bytes)}${cut}`],
  ];
  const width = Math.max(...lines.map(([title]) => title.length));
  const heading = lines.map(([title, text]) => `${style.colors.dim(title.padEnd(width))}  ${text}`);
  const body = Buffer.from(bodyBase64, 'base64').toString('utf8').split('\n').map(printable);
  return `${[...heading, '', ...body].join('\n')}\n`;
}
