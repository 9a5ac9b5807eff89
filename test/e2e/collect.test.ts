// `shiplog collect` as users run it, against a server that speaks SQS's protocol.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { taskMessage } from '../ecs-events.ts';
import { type SqsServer, type SqsServerOptions, startSqsServer } from '../sqs-server.ts';
import { type CallOptions, cli, serveCli, startCli, temporaryFolder } from './built-cli.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let server: SqsServer;
beforeEach(async () => {
  folder = await temporaryFolder();
});
afterEach(async () => {
  await server.close();
  await folder.remove();
});

const start = async (options: SqsServerOptions = {}) => {
  server = await startSqsServer({ secondMs: 10, receivesMax: 3, ...options });
};
const event = (i: number): string => taskMessage({ version: i, second: i, id: `e${i}` });
/** No credentials but these reach the command, and nothing outside of this machine is asked. */
const aws: CallOptions = {
  env: {
    AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
    AWS_SECRET_ACCESS_KEY: 'secret',
    AWS_REGION: 'eu-west-1',
    AWS_CONFIG_FILE: '/nowhere',
    AWS_SHARED_CREDENTIALS_FILE: '/nowhere',
    AWS_EC2_METADATA_DISABLED: 'true',
  },
};
const call = (...more: string[]) => [
  'collect',
  '--queue-url',
  server.queueUrl,
  '--data',
  folder.path,
  ...more,
];
const count = async () => {
  const args = ['query', 'stats count(*) as n', '--data', folder.path, '--format', 'json'];
  return JSON.parse((await cli(args)).out);
};

describe('shiplog collect --until-empty', () => {
  it('records what is in the queue, and ends', async () => {
    await start();
    for (let i = 0; i < 25; i++) server.send(event(i % 20));
    const { code, out, err } = await cli(call('--until-empty'), aws);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^25 messages received, 20 events recorded, 5 known already, in .*\.\n$/);
    expect(server.left()).toEqual([]);
    expect(JSON.stringify(await count())).toContain('20');
  });

  it('tells of what is no event, and leaves it to the dead-letter queue', async () => {
    await start();
    for (const body of [event(1), 'words']) server.send(body);
    const { code, out, err } = await cli(call('--until-empty', '--format', 'json'), aws);
    expect(code).toBe(1);
    expect(err).toBe('shiplog: The message m-1 is left in the queue: not JSON: "words"\n');
    expect(JSON.parse(out)).toMatchObject({
      stored: 1,
      refused: 1,
      deleted: 1,
      refusals: [{ messageId: 'm-1', reason: 'not JSON: "words"' }],
    });
  });

  it('hints at a redrive policy that is not there', async () => {
    server = await startSqsServer({ secondMs: 10 });
    const { code, err } = await cli(call('--until-empty'), aws);
    expect([code, err]).toEqual([0, expect.stringContaining('has no redrive policy')]);
  });
});

describe('shiplog collect', () => {
  it('goes on until Ctrl-C, which is no failure', async () => {
    await start();
    for (let i = 0; i < 25; i++) server.send(event(i));
    const running = startCli(call(), aws);
    await vi.waitFor(() => expect(server.left()).toEqual([]), 20_000);
    running.child.kill('SIGINT');
    const { code, out, err } = await running.ended;
    expect([code, err]).toEqual([0, 'shiplog: Stopping: storing and deleting what is held …\n']);
    expect(out).toMatch(/^25 messages received, 25 events recorded, in /);
  });

  it('hands the events to the server that holds the directory', async () => {
    await start();
    const served = await serveCli(folder.path);
    for (let i = 0; i < 25; i++) server.send(event(i));
    for (const body of ['words', '{"no":"envelope"}']) server.send(body);
    const { code, out } = await cli(call('--until-empty', '--format', 'json'), aws);
    expect(JSON.parse(out)).toMatchObject({ stored: 25, duplicates: 0, refused: 2, deleted: 25 });
    expect(code).toBe(1);
    expect(server.dead.length + server.left().length).toBe(2);
    await served.stop();
  });

  it.each<[string, SqsServerOptions, CallOptions, RegExp]>([
    [
      'a queue that is not there',
      { refusal: { type: 'QueueDoesNotExist' } },
      aws,
      /^shiplog: There is no queue shiplog at /,
    ],
    [
      'a queue that may not be read',
      { refusal: { type: 'AccessDenied' } },
      aws,
      /they need sqs:ReceiveMessage/,
    ],
    [
      'no credentials',
      {},
      { env: { ...aws.env, AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '' } },
      /^shiplog: There are no AWS credentials\./,
    ],
    ['no Region', {}, { env: { ...aws.env, AWS_REGION: '' } }, /does not tell its Region; set AWS_REGION/],
  ])('ends with 1 and a sentence: %s', async (_, options, environment, message) => {
    await start(options);
    const { code, out, err } = await cli(call(), environment);
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(message);
    expect(err.trim().split('\n')).toHaveLength(1);
  });

  it.each([
    [['--queue-url', 'shiplog'], /not the URL of a queue/],
    [
      ['--queue-url', 'http://127.0.0.1/1/q', '--endpoint-url', 'nowhere'],
      /--endpoint-url nowhere: not a URL/,
    ],
    [['--queue-url', 'http://127.0.0.1/1/q', '--workers', '65'], /whole number from 1 to 64/],
    [[], /required option '--queue-url <url>'/],
  ])('is a wrong call: %j', async (args, message) => {
    await start();
    const { code, err } = await cli(['collect', '--data', folder.path, ...args], aws);
    expect([code, err]).toEqual([2, expect.stringMatching(message)]);
  });
});
