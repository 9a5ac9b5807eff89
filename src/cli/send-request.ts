// One request to a running server. Not through fetch, which gives up after five minutes and trusts no certificate but those of the
// world: the server that holds our data directory tells us its own in the note it leaves there.

import { X509Certificate } from 'node:crypto';
import { type IncomingMessage, request as requestHttp } from 'node:http';
import { type RequestOptions, request as requestHttps } from 'node:https';
import { queryTimeoutSecondsMax } from '../limits.ts';

/** How to reach a server, and what to show it. */
export interface ServerPlace {
  readonly url: string;
  /** Sent with every request. */
  readonly token?: string | undefined;
  /** The one certificate to trust, in PEM, whatever names it holds. Without it, the certificates of the world. */
  readonly certificate?: string | undefined;
}

export interface Question {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly contentType?: string;
  readonly body?: string;
  readonly signal?: AbortSignal | undefined;
}

export interface ServerAnswer {
  readonly status: number;
  readonly text: string;
}

/** A server answers within the longest time that a query may take, or never. */
const silenceMsMax = (queryTimeoutSecondsMax + 60) * 1_000;

/** Rejects with what the network says, or what `signal` gives as its reason. */
export async function sendRequest(place: ServerPlace, question: Question): Promise<ServerAnswer> {
  return wholeAnswer(await openAnswer(place, question), question.signal);
}

/** The rest of an answer. Rejects as sendRequest does. */
export function wholeAnswer(response: IncomingMessage, signal?: AbortSignal): Promise<ServerAnswer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    response.on('data', (chunk: Buffer) => chunks.push(chunk));
    response.on('error', (cause) => reject(signal?.aborted === true ? signal.reason : cause));
    response.on('end', () =>
      resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString('utf8') }),
    );
  });
}

/** The answer as soon as it begins. Rejects as sendRequest does. */
export function openAnswer(place: ServerPlace, question: Question): Promise<IncomingMessage> {
  const { method, path, contentType, body, signal } = question;
  const url = new URL(path, place.url);
  const options: RequestOptions = {
    method,
    timeout: silenceMsMax,
    headers: {
      ...(place.token === undefined ? {} : { authorization: `Bearer ${place.token}` }),
      ...(contentType === undefined ? {} : { 'content-type': contentType }),
      ...(body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }),
    },
    ...(signal === undefined ? {} : { signal }),
    ...(place.certificate === undefined ? {} : onlyThis(place.certificate)),
  };
  return new Promise((resolve, reject) => {
    const fail = (cause: Error): void => reject(signal?.aborted === true ? signal.reason : cause);
    const send = url.protocol === 'https:' ? requestHttps : requestHttp;
    const sending = send(url, options, resolve);
    sending.on('timeout', () => sending.destroy(new Error('The server has been silent for an hour.')));
    sending.on('error', fail);
    sending.end(body);
  });
}

/** Trusted for what it is, not for who signed it; so its names do not matter. */
function onlyThis(certificate: string): RequestOptions {
  const { fingerprint256 } = new X509Certificate(certificate);
  return {
    ca: certificate,
    allowPartialTrustChain: true,
    checkServerIdentity: (_, { fingerprint256: shown }) =>
      shown === fingerprint256 ? undefined : new Error('Another server answers with another certificate.'),
  };
}
