// The call of `shiplog setup`: what it takes, what it refuses, and that each form comes out.
import { describe, expect, it } from 'vitest';
import { recordedTerminal } from '../../test/recorded-terminal.ts';
import { run } from './run.ts';

async function setup(...args: readonly string[]) {
  const terminal = recordedTerminal();
  const unused = () => {
    throw new Error('setup opens nothing');
  };
  const exitCode = await run(['setup', ...args], {
    version: '0',
    terminal,
    config: unused,
    openApp: unused,
    serve: unused,
  });
  return { exitCode, out: terminal.printed(), err: terminal.complained() };
}

const url = ['--url', 'https://shiplog.example.com'];

describe('prints', () => {
  it.each([
    ['cloudformation', 'aws cloudformation deploy --stack-name shiplog', 'Type: AWS::SQS::Queue'],
    ['terraform', 'terraform init', 'resource "aws_sqs_queue" "events_queue"'],
    ['cdk', 'npx cdk deploy shiplog', 'new sqs.CfnQueue(this,'],
  ])('%s with how to deploy it', async (form, deploy, resource) => {
    const { exitCode, out } = await setup(form);
    expect(exitCode).toBe(0);
    expect(out).toContain(deploy);
    expect(out).toContain(resource);
  });

  it('the steps that take it away', async () => {
    const { exitCode, out } = await setup('terraform', '--remove', '--name', 'prod-ecs');
    expect(exitCode).toBe(0);
    expect(out).toContain('aws events disable-rule --name prod-ecs-ecs-events');
    expect(out).toContain('terraform destroy');
  });

  it('the address of the server, with our path unless it has one', async () => {
    expect((await setup('terraform', '--path', 'api-destination', ...url)).out).toContain(
      '"https://shiplog.example.com/ingest/events"',
    );
    const own = ['--url', 'https://example.com/proxy/shiplog'];
    expect((await setup('terraform', '--path', 'firehose', ...own)).out).toContain(
      '"https://example.com/proxy/shiplog"',
    );
  });
});

describe('refuses', () => {
  it.each([
    ['another form', ['pulumi'], 'Allowed choices are cloudformation, terraform, cdk'],
    ['a way that calls the server without its address', ['cdk', '--path', 'firehose'], 'needs --url'],
    ['http', ['cdk', '--path', 'firehose', '--url', 'http://a.example'], 'an https:// address'],
    ['a user in the address', ['cdk', '--url', 'https://u:p@a.example'], 'an https:// address'],
    ['what a template would interpolate', ['cdk', '--url', `https://a.example/$\{x}`], 'an https:// address'],
    [
      'a port that Firehose does not call',
      ['cdk', '--path', 'firehose', '--url', 'https://a.example:7410'],
      'port 443',
    ],
    ['an address that nothing calls', ['cdk', ...url], '--path queue takes no --url'],
    ['a name that is none', ['cdk', '--name', 'a b'], '1 to 24 letters, digits and -'],
    ['a name too long for a bucket', ['cdk', '--name', 'a'.repeat(25)], '1 to 24 letters, digits and -'],
    ['the name of the bus that is there', ['cdk', '--name', 'default'], 'not default'],
    ['accounts that are none', ['cdk', '--accounts', '1234'], 'twelve digits'],
    [
      'accounts and an organization',
      ['cdk', '--accounts', '111122223333', '--organization', 'o-abcd123456'],
      'not both',
    ],
    ['a bus that is none', ['cdk', '--to-bus', 'default'], 'the ARN of an event bus'],
    [
      'a bus elsewhere and a way here',
      ['cdk', '--to-bus', 'arn:aws:events:us-east-1:111122223333:event-bus/b', ...url],
      'leave out --path',
    ],
    ['a topic that is none', ['cdk', '--alarm-topic', 'ops@example.com'], 'the ARN of an SNS topic'],
  ])('%s', async (_, args, message) => {
    const { exitCode, out, err } = await setup(...args);
    expect({ exitCode, out }).toEqual({ exitCode: 2, out: '' });
    expect(err).toContain(message);
  });
});
