import { expect, it } from 'vitest';
import { lintFile } from './lint-file.ts';
import { renderFindings } from './render-findings.ts';

const nowMs = Date.UTC(2026, 10, 22);
const files = [
  lintFile('a,b.ql', 'fields a\n| limt 5', nowMs),
  lintFile('c.json', '{"queryLanguage": "SQL",\n"queryString": "SELECT 1"}', nowMs),
];
const message =
  "mismatched input 'limt' expecting {K_PARSE, K_SEARCH, K_FIELDS, K_DISPLAY, K_FILTER, K_SORT, K_ORDER, K_HEAD, K_LIMIT, K_TAIL}";
const row = {
  file: 'a,b.ql',
  line: 2,
  column: 3,
  endLine: 2,
  endColumn: 7,
  severity: 'error',
  code: 'unknown-command',
  message,
  hint: 'Did you mean `limit`?',
  query: null,
};

it('prints one document', () => {
  expect(JSON.parse(renderFindings(files, 'json'))).toEqual({
    files: 2,
    queries: 1,
    findings: [row],
    notChecked: [{ file: 'c.json', line: 2, query: 'queryString', reason: 'it is written in SQL' }],
  });
});

it('prints a line for each finding', () => {
  expect(renderFindings(files, 'ndjson')).toBe(`${JSON.stringify(row)}\n`);
  expect(renderFindings(files, 'csv')).toBe(
    `file,line,column,endLine,endColumn,severity,code,message,hint,query\r\n"a,b.ql",2,3,2,7,error,unknown-command,"${message}",Did you mean \`limit\`?,\r\n`,
  );
  expect(renderFindings(files, 'github')).toBe(
    `::error file=a%2Cb.ql,line=2,col=3,endLine=2,endColumn=7,title=unknown-command::${message}%0ADid you mean \`limit\`?\n`,
  );
});
