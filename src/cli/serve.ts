// `shiplog serve`: the page and the API over one data directory, until Ctrl-C.

import { Command } from 'commander';
import type { CliEffects } from './effects.ts';
import { withExamples } from './options.ts';

interface ServeOptions {
  readonly data?: string;
  readonly host?: string;
  readonly port?: string;
  readonly credentials?: string;
  readonly tlsCert?: string;
  readonly tlsKey?: string;
  readonly strict?: true;
}

export function serveCommand(effects: CliEffects): Command {
  const command = new Command('serve')
    .description('serve the page, the AWS-compatible API and ingestion over a data directory')
    .option('--data <dir>', 'data directory (default: SHIPLOG_DATA, or .shiplog in your home directory)')
    .option('--host <address>', 'address to listen on (default: SHIPLOG_HOST, or 127.0.0.1)')
    .option('--port <port>', 'port to listen on, 0 for a free one (default: SHIPLOG_PORT, or 7410)')
    .option(
      '--credentials <file>',
      'keys and tokens to ask for (default: SHIPLOG_CREDENTIALS, or credentials.json in the data directory)',
    )
    .option('--tls-cert <file>', 'certificate in PEM, for HTTPS (default: SHIPLOG_TLS_CERT)')
    .option('--tls-key <file>', 'its private key in PEM (default: SHIPLOG_TLS_KEY)')
    .option('--strict', "refuse events older than AWS's 14 days, as AWS does (default: SHIPLOG_STRICT)");
  withExamples(command, [
    ['shiplog serve', 'on http://127.0.0.1:7410, over .shiplog in your home directory'],
    ['shiplog serve --data ./events --port 8080', 'another directory on another port'],
    [
      'shiplog serve --host 0.0.0.0 --credentials keys.json --tls-cert cert.pem --tls-key key.pem',
      'for other machines; "shiplog credentials create" makes the first file',
    ],
    [
      'aws logs describe-log-groups --endpoint-url http://127.0.0.1:7410',
      'any CloudWatch Logs client can ask it then',
    ],
  ]);
  return command.action((options: ServeOptions) => serve(options, effects));
}

async function serve(options: ServeOptions, effects: CliEffects): Promise<void> {
  const { terminal } = effects;
  const { data: dataDir, credentials: credentialsFile, strict, ...rest } = options;
  const config = effects.config({
    dataDir,
    credentialsFile,
    ...rest,
    ...(strict === undefined ? {} : { strict: '1' }),
  });
  const server = await effects.serve(config);
  const whom = server.guarded ? ' to whoever has credentials' : '';
  await terminal.out(`Shiplog serves ${config.dataDir} on ${server.url}${whom} (Ctrl-C stops it)\n`);
  await interruption(terminal.interrupted);
  terminal.err('Stopping: finishing what is under way …\n');
  await server.close();
}

const interruption = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
