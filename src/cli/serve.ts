// `shiplog serve`: the page and the API over one data directory, until Ctrl-C.

import { Command } from 'commander';
import type { CliEffects } from './effects.ts';
import { withExamples } from './options.ts';

interface ServeOptions {
  readonly data?: string;
  readonly host?: string;
  readonly port?: string;
}

export function serveCommand(effects: CliEffects): Command {
  const command = new Command('serve')
    .description('serve the page, the AWS-compatible API and ingestion over a data directory')
    .option('--data <dir>', 'data directory (default: SHIPLOG_DATA, or .shiplog in your home directory)')
    .option('--host <address>', 'address to listen on (default: SHIPLOG_HOST, or 127.0.0.1)')
    .option('--port <port>', 'port to listen on, 0 for a free one (default: SHIPLOG_PORT, or 7410)');
  withExamples(command, [
    ['shiplog serve', 'on http://127.0.0.1:7410, over .shiplog in your home directory'],
    ['shiplog serve --data ./events --port 8080', 'another directory on another port'],
    [
      'aws logs describe-log-groups --endpoint-url http://127.0.0.1:7410',
      'any CloudWatch Logs client can ask it then',
    ],
  ]);
  return command.action((options: ServeOptions) => serve(options, effects));
}

async function serve({ data, host, port }: ServeOptions, effects: CliEffects): Promise<void> {
  const { terminal } = effects;
  const config = effects.config({ dataDir: data, host, port });
  const server = await effects.serve(config);
  await terminal.out(`Shiplog serves ${config.dataDir} on ${server.url} (Ctrl-C stops it)\n`);
  await interruption(terminal.interrupted);
  terminal.err('Stopping: finishing what is under way …\n');
  await server.close();
}

const interruption = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
