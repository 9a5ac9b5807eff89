// The URL of an SQS queue: whether it is one, and the Region that its host names.

export interface QueueAddress {
  readonly url: string;
  /** The last part of the path. */
  readonly name: string;
  /** Scheme, host and port. */
  readonly origin: string;
  /** Undefined when the host does not tell. */
  readonly region: string | undefined;
}

const regionPattern = '[a-z]{2,}(?:-[a-z]+)+-\\d+';
/**
 * Hosts of SQS [AWS: "Amazon SQS endpoints and quotas", "Amazon VPC endpoints for Amazon SQS"], those of China, FIPS, dual stack and
 * emulators included: `sqs.eu-west-1.amazonaws.com`, `vpce-1-2.sqs.eu-west-1.vpce.amazonaws.com`.
 */
const hostPattern = new RegExp(`(?:^|\\.)sqs(?:-fips)?\\.(${regionPattern})\\.`);
/** The older form: `eu-west-1.queue.amazonaws.com`, and `queue.amazonaws.com` for the oldest Region. */
const olderHostPattern = new RegExp(`^(?:(${regionPattern})\\.)?queue\\.amazonaws\\.com`);

/** Null when the text is no URL of a queue. */
export function queueAddress(text: string): QueueAddress | null {
  if (!URL.canParse(text)) return null;
  const { protocol, hostname, pathname, origin } = new URL(text);
  const name = pathname.split('/').at(-1) ?? '';
  if (!/^https?:$/.test(protocol) || !/^[\w-]{1,80}(\.fifo)?$/.test(name)) return null;
  return { url: text, name, origin, region: regionOf(hostname) };
}

function regionOf(host: string): string | undefined {
  const named = hostPattern.exec(host)?.[1];
  if (named !== undefined) return named;
  const older = olderHostPattern.exec(host);
  return older === null ? undefined : (older[1] ?? 'us-east-1');
}
