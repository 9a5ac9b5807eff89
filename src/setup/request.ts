// What somebody asks `shiplog setup` for.

export const setupForms = ['cloudformation', 'terraform', 'cdk'] as const;
/** What the set-up is deployed with. */
export type SetupForm = (typeof setupForms)[number];

export const setupPaths = ['queue', 'api-destination', 'firehose', 'log-group'] as const;
/** The way that events take from EventBridge. */
export type SetupPath = (typeof setupPaths)[number];

export interface SetupRequest {
  /** Physical names begin with it. */
  readonly name: string;
  readonly path: SetupPath;
  /** Of a server that EventBridge or Firehose calls. */
  readonly url?: URL;
  /** A topic of SNS that alarms tell. */
  readonly alarmTopic?: string;
  /** Other accounts that send their events here, to a bus of their own. */
  readonly from?: { readonly accounts: readonly string[] } | { readonly organization: string };
  /** The ARN of the bus in another account that events are sent to; nothing else is made then. */
  readonly toBus?: string;
}

/** A request that cannot be a set-up; the message says what to change. */
export class SetupRefused extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'SetupRefused';
  }
}

/** The address that EventBridge or Firehose posts to: the server's, with our path unless a path is given. */
export function endpoint({ path, url }: SetupRequest, ours: string): string {
  if (url === undefined) {
    throw new SetupRefused(`--path ${path} needs --url: where Shiplog is reached with HTTPS.`);
  }
  if (path === 'firehose' && url.port !== '') {
    throw new SetupRefused(`Firehose calls port 443 only, and --url names ${url.port}.`);
  }
  const { pathname } = url;
  return `${url.origin}${pathname === '/' ? ours : pathname}`;
}
