// `shiplog setup`: prints what AWS needs so that the events of ECS come here. It asks AWS nothing and changes nothing.

import { Argument, Command, InvalidArgumentError, Option } from 'commander';
import { printRemoval, printSetup } from '../setup/print-setup.ts';
import {
  type SetupForm,
  type SetupPath,
  SetupRefused,
  type SetupRequest,
  setupForms,
  setupPaths,
} from '../setup/request.ts';
import type { CliEffects } from './effects.ts';
import { wrongCall } from './failure.ts';
import { withExamples } from './options.ts';

interface SetupOptions {
  readonly path: SetupPath;
  readonly name: string;
  readonly url?: URL;
  readonly alarmTopic?: string;
  readonly accounts?: readonly string[];
  readonly organization?: string;
  readonly toBus?: string;
  readonly remove?: boolean;
}

export function setupCommand({ terminal }: CliEffects): Command {
  const command = new Command('setup')
    .description('print the AWS resources that bring the events of ECS here')
    .addArgument(new Argument('<form>', 'what to deploy it with').choices(setupForms))
    .addOption(
      new Option('--path <path>', 'the way from EventBridge to Shiplog').choices(setupPaths).default('queue'),
    )
    .addOption(
      new Option('--name <name>', 'what names of resources begin with')
        .argParser(
          matching(
            /^(?!default$)[A-Za-z][A-Za-z0-9-]{0,23}$/,
            '1 to 24 letters, digits and -, and not default',
          ),
        )
        .default('shiplog'),
    )
    .option('--url <url>', 'where Shiplog is reached, for api-destination and firehose', parseUrl)
    .option(
      '--alarm-topic <arn>',
      'topic of SNS that alarms tell',
      matching(/^arn:aws[\w-]*:sns:[\w-]+:\d{12}:[\w-]+$/, 'the ARN of an SNS topic'),
    )
    .option('--accounts <ids>', 'accounts that send their events here, too, with commas', parseAccounts)
    .option(
      '--organization <id>',
      'the same for all accounts of an organization',
      matching(/^o-[a-z0-9]{10,32}$/, 'the id of an organization, such as o-abcd123456'),
    )
    .option(
      '--to-bus <arn>',
      'for one of these accounts, or another Region: send everything to this bus',
      matching(/^arn:aws[\w-]*:events:[\w-]+:\d{12}:event-bus\/[\w./-]+$/, 'the ARN of an event bus'),
    )
    .option('--remove', 'print how to take it away again');
  withExamples(command, [
    ['shiplog setup cloudformation > shiplog.yaml', 'a queue, ready for aws cloudformation deploy'],
    [
      'shiplog setup terraform --path api-destination --url https://shiplog.example.com',
      'EventBridge calls Shiplog',
    ],
    [
      'shiplog setup cdk --accounts 111122223333,444455556666',
      'a queue and a bus that two more accounts send to',
    ],
    ['shiplog setup cloudformation --remove', 'how to remove it again'],
  ]);
  return command.action(async (form: SetupForm, options: SetupOptions) => {
    const print = options.remove === true ? printRemoval : printSetup;
    await terminal.out(refusing(() => print(form, requestOf(options))));
  });
}

function requestOf(options: SetupOptions): SetupRequest {
  const { name, path, url, alarmTopic, accounts, organization, toBus } = options;
  if (accounts !== undefined && organization !== undefined) {
    throw new SetupRefused('Give --accounts or --organization, not both.');
  }
  const from =
    accounts !== undefined ? { accounts } : organization !== undefined ? { organization } : undefined;
  return {
    name,
    path,
    ...(url === undefined ? {} : { url }),
    ...(alarmTopic === undefined ? {} : { alarmTopic }),
    ...(from === undefined ? {} : { from }),
    ...(toBus === undefined ? {} : { toBus }),
  };
}

function refusing<Value>(act: () => Value): Value {
  try {
    return act();
  } catch (cause) {
    throw cause instanceof SetupRefused ? wrongCall(cause.message) : cause;
  }
}

const matching =
  (pattern: RegExp, what: string) =>
  (text: string): string => {
    if (pattern.test(text)) return text;
    throw new InvalidArgumentError(`It must be ${what}.`);
  };

function parseAccounts(text: string): readonly string[] {
  const accounts = text.split(',').map((id) => id.trim());
  if (accounts.every((id) => /^\d{12}$/.test(id))) return [...new Set(accounts)];
  throw new InvalidArgumentError('It must be account ids of twelve digits, with commas between them.');
}

/** Characters that the URL goes into templates with need no escaping there. */
function parseUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const right =
    url?.protocol === 'https:' &&
    /^[\w./~:-]+$/.test(`${url.host}${url.pathname}`) &&
    url.href.indexOf('@') < 0;
  if (right && url.search === '' && url.hash === '') return url;
  throw new InvalidArgumentError('It must be an https:// address without a user, a query or a fragment.');
}
