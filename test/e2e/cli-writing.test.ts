// Tools for people who write queries, with the built command line: lint over a repository, fmt, explain.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cli, temporaryFolder } from './built-cli.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeAll(async () => {
  folder = await temporaryFolder();
});
afterAll(() => folder.remove());

async function put(path: string, text: string): Promise<string> {
  const file = join(folder.path, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
  return file;
}

const cdkTemplate = (query: string): string =>
  JSON.stringify(
    {
      Resources: {
        ErrorsQuery: {
          Type: 'AWS::Logs::QueryDefinition',
          Properties: {
            Name: 'errors',
            LogGroupNames: [{ Ref: 'Group' }],
            QueryString: { 'Fn::Join': ['', [query, '\n| filter cluster = "', { Ref: 'Cluster' }, '"']] },
          },
        },
      },
    },
    null,
    1,
  );

describe('lint', () => {
  it('finds the queries of a repository, and each mistake at its line', async () => {
    await put('repo/cdk.out/app.template.json', cdkTemplate('fields @timestamp\n| filtr a = 1'));
    await put(
      'repo/main.tf',
      'resource "aws_cloudwatch_query_definition" "q" {\n  query_string = <<-EOQ\n    stats cuont(*) by bin(5m)\n  EOQ\n}\n',
    );
    await put('repo/queries/good.ql', 'stats count(*) by bin(5m)\n');
    await put('repo/dashboard.yaml', 'queryMode: Logs\nqueryLanguage: PPL\nexpression: source = x\n');
    const { code, out, err } = await cli(['lint', '.'], { cwd: join(folder.path, 'repo') });
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain("mismatched input 'filtr'");
    expect(err).toMatch(/--> cdk\.out\/app\.template\.json, line \d+, column \d+/);
    expect(err).toContain('--> main.tf, line 3, column 11');
    expect(err).toContain('dashboard.yaml:3: expression: not checked: it is written in PPL.');
    expect(err).toContain('shiplog: 4 files, 3 queries: 2 errors, 0 warnings');
  });

  it('is quiet about what is right', async () => {
    const file = await put('right.template.json', cdkTemplate('fields @timestamp'));
    expect(await cli(['lint', file])).toEqual({
      code: 0,
      out: '1 file, 1 query: 0 errors, 0 warnings\n',
      err: '',
    });
  });

  it('marks lines on GitHub, and takes a template from a pipe', async () => {
    const { code, out } = await cli(['lint', '--format', 'github', '-'], { input: cdkTemplate('limt 5') });
    expect(code).toBe(2);
    expect(out).toMatch(/^::error file=-,line=\d+,col=\d+,.*title=unknown-command::mismatched input 'limt'/);
  });
});

describe('fmt', () => {
  it('writes files with their comments, and has nothing to do the second time', async () => {
    const file = await put('report.ql', '# what\nwhere a==1 # why\n|stats count(*)as n by b|limit 5');
    const formatted = '# what\nfilter a = 1 # why\n| stats count(*) as n by b\n| limit 5\n';
    expect(await cli(['fmt', '--check', file])).toMatchObject({ code: 1 });
    expect(await cli(['fmt', '-w', file])).toEqual({ code: 0, out: '', err: '' });
    expect(await readFile(file, 'utf8')).toBe(formatted);
    expect(await cli(['fmt', '--check', file])).toEqual({ code: 0, out: '', err: '' });
    expect(await cli(['fmt', '-'], { input: formatted })).toEqual({ code: 0, out: formatted, err: '' });
  });
});
