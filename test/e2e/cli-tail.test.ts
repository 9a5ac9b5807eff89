// `shiplog tail` with the built command line: over a directory, over the server that holds it, and live until Ctrl-C.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ecsGroup, taskEvent } from './api-fixture.ts';
import { cli, type Served, serveCli, startCli, temporaryFolder } from './built-cli.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let data: string;
beforeAll(async () => {
  folder = await temporaryFolder();
  data = join(folder.path, 'data');
  const file = join(folder.path, 'events.ndjson');
  await writeFile(file, [taskEvent(1, 'PENDING'), taskEvent(2)].join('\n'));
  expect((await cli(['import', file, '--data', data])).code).toBe(0);
});
afterAll(() => folder.remove());

const lines = [
  '2026-11-22 11:00:01  prod/web                  · task 01234567 pending\n',
  '2026-11-22 11:00:02  prod/web                  ✓ task 01234567 running\n',
];
const tail = (...args: readonly string[]) => cli(['tail', '--data', data, ...args]);

/** What the command must say and do, wherever the events are. */
function tellsWhatIsRecorded(): void {
  it('tells the newest events in words', async () => {
    expect(await tail()).toEqual({ code: 0, out: lines.join(''), err: '' });
    expect((await tail('-n', '1')).out).toBe(lines[1]);
    expect((await tail('--cluster', 'prod', '--filter', '{ $.detail.version = 1 }')).out).toBe(lines[0]);
    expect(await tail(ecsGroup, '--since', '1s')).toEqual({
      code: 0,
      out: '',
      err: 'No such event is recorded.\n',
    });
  });

  it('gives the events as they are to programs', async () => {
    const ndjson = (await tail('--format', 'ndjson')).out.trimEnd().split('\n');
    expect(ndjson.map((line) => JSON.parse(line).message)).toEqual([taskEvent(1, 'PENDING'), taskEvent(2)]);
    expect(JSON.parse((await tail('--format', 'json')).out)).toHaveLength(2);
    const csv = (await tail('--format', 'csv', '-n', '1')).out.split('\r\n');
    expect(csv[0]).toBe('timestamp,ingestionTime,logGroup,logStream,message');
    expect(csv[1]).toMatch(/^2026-11-22T11:00:02\.000Z,.*,"\{""version""/);
  });

  it('says what is wrong with a call', async () => {
    expect(await tail('--cluster', 'nope')).toMatchObject({
      code: 2,
      err: expect.stringContaining(
        'There is no log group /aws/events/ecs/containerinsights/nope/performance.',
      ),
    });
    expect(await tail('--filter', '{ $.a = ')).toMatchObject({
      code: 2,
      err: expect.stringContaining('Invalid filter pattern'),
    });
    expect(await tail('-f', '--format', 'json')).toMatchObject({
      code: 2,
      err: expect.stringContaining('--format ndjson'),
    });
  });
}

describe('tail over a directory', () => {
  tellsWhatIsRecorded();

  it('says that following needs a server', async () => {
    const { code, err } = await tail('--follow');
    expect([code, err]).toEqual([2, expect.stringContaining('shiplog serve')]);
  });
});

describe('tail over a server', () => {
  let server: Served;
  beforeAll(async () => {
    server = await serveCli(data);
  });
  afterAll(async () => {
    await server.stop();
  });

  tellsWhatIsRecorded();

  it('follows until Ctrl-C, which is no failure', async () => {
    const following = startCli(['tail', '--data', data, '--follow', '-n', '1']);
    await following.shows(/running/);
    const stored = await fetch(`${server.url}/ingest/events`, {
      method: 'POST',
      body: taskEvent(3, 'DEACTIVATING'),
    });
    expect(stored.status).toBe(200);
    await following.shows(/deactivating/);
    following.child.kill('SIGINT');
    const { code, out, err } = await following.ended;
    expect([code, err]).toEqual([0, '']);
    expect(out).toBe(
      `${lines[1]}2026-11-22 11:00:03  prod/web                  · task 01234567 deactivating\n`,
    );
  });

  it('ends with a failure when the server goes', async () => {
    const other = await temporaryFolder();
    const going = await serveCli(join(other.path, 'data'));
    const following = startCli(['tail', '--server', going.url, '--follow', '--format', 'csv']);
    await following.shows(/timestamp/);
    await going.stop();
    expect(await following.ended).toMatchObject({ code: 1, err: 'shiplog: The server is stopping.\n' });
    await other.remove();
  });
});
