// The token that came with a request to our own routes, in one of the ways that senders know: `Authorization: Bearer`,
// `Authorization: Basic` with the token as the password (any user name), an `X-Api-Key` header, which EventBridge's API
// destinations and webhooks can be told to send, and the header in which Firehose sends its access key.

import type { IncomingHttpHeaders } from 'node:http';

/** Undefined when none came. */
export function presentedToken(headers: IncomingHttpHeaders): string | undefined {
  const { authorization } = headers;
  if (authorization === undefined) {
    const key = headers['x-api-key'] ?? headers['x-amz-firehose-access-key'];
    return typeof key === 'string' && key !== '' ? key : undefined;
  }
  const [, scheme = '', value = ''] = /^\s*(\S+)\s+(\S+)\s*$/.exec(authorization) ?? [];
  switch (scheme.toLowerCase()) {
    case 'bearer':
      return value;
    case 'basic':
      return passwordOf(value);
    default:
      return undefined;
  }
}

function passwordOf(base64: string): string | undefined {
  const text = Buffer.from(base64, 'base64').toString('utf8');
  const mark = text.indexOf(':');
  return mark === -1 || mark === text.length - 1 ? undefined : text.slice(mark + 1);
}
