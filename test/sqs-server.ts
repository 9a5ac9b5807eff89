// A queue over HTTP that speaks SQS's JSON protocol as the AWS SDK sends it, and misbehaves as the network and the service may:
// by a seed, so that a failure can be looked at again.

import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** Chances from 0 to 1. */
export interface Mischief {
  readonly random: () => number;
  readonly throttle?: number;
  /** A failure of the service; half of the time what was asked for has been done all the same. */
  readonly failure?: number;
  /** The connection is closed, or never answered; also half of the time with effect. */
  readonly cut?: number;
  readonly hang?: number;
  readonly slow?: number;
  /** Of a receive: nothing, although there are messages; messages that others hold. */
  readonly empty?: number;
  readonly redeliver?: number;
  /** Of each entry of a batch. */
  readonly expire?: number;
  readonly entryFailure?: number;
}

export interface SqsServerOptions {
  readonly mischief?: Mischief;
  /** How long one of SQS's seconds takes here. */
  readonly secondMs?: number;
  /** Receives after which a message goes to the dead-letter queue; without it there is none. */
  readonly receivesMax?: number;
  /** Refuses everything, or one operation, with this error. */
  readonly refusal?: { readonly operation?: string; readonly type: string; readonly queryCode?: string };
  readonly onDelete?: (body: string) => void;
}

interface Message {
  readonly id: string;
  readonly body: string;
  visibleAtMs: number;
  receives: number;
}

type Answer = readonly [status: number, body: object, queryCode?: string];
type Request = Readonly<Record<string, unknown>>;
type Entries = readonly { readonly Id: string; readonly ReceiptHandle: string }[];

export interface SqsServer {
  readonly queueUrl: string;
  readonly origin: string;
  send(body: string): void;
  /** Bodies that are still in the queue, and those in the dead-letter queue. */
  left(): readonly string[];
  readonly dead: readonly string[];
  /** How often each operation was asked for, and the highest number of receives and deletions under way at a time. */
  readonly asked: Readonly<Record<string, number>>;
  readonly underWayMost: number;
  close(): Promise<void>;
}

export async function startSqsServer(options: SqsServerOptions = {}): Promise<SqsServer> {
  const queue = new FakeQueue(options);
  const server = createServer((request, response) => void answer(queue, request, response, options));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    queueUrl: `${origin}/111122223333/shiplog`,
    send: (body) => queue.send(body),
    left: () => [...queue.messages.values()].map(({ body }) => body),
    dead: queue.dead,
    asked: queue.asked,
    get underWayMost() {
      return queue.underWayMost;
    },
    close: () =>
      new Promise((resolve) => {
        queue.closed = true;
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(
  queue: FakeQueue,
  request: IncomingMessage,
  response: ServerResponse,
  { mischief, refusal }: SqsServerOptions,
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const operation = String(request.headers['x-amz-target']).replace('AmazonSQS.', '');
  queue.asked[operation] = (queue.asked[operation] ?? 0) + 1;
  if (/Receive|Delete/.test(operation)) {
    queue.underWayMost = Math.max(queue.underWayMost, ++queue.underWay);
    response.once('close', () => queue.underWay--);
  }
  const asked = JSON.parse(Buffer.concat(chunks).toString('utf8')) as Request;
  const say = ([status, body, queryCode]: Answer): void => {
    response.writeHead(status, {
      'content-type': 'application/x-amz-json-1.0',
      ...(queryCode === undefined ? {} : { 'x-amzn-query-error': `${queryCode};Sender` }),
    });
    response.end(JSON.stringify(body));
  };
  if (refusal !== undefined && (refusal.operation ?? operation) === operation) {
    say(refused(refusal.type, refusal.queryCode));
    return;
  }
  const chance = (probability = 0): boolean => (mischief?.random() ?? 1) < probability;
  if (chance(mischief?.throttle)) {
    say(refused('RequestThrottled'));
    return;
  }
  const disturbance = (['failure', 'cut', 'hang'] as const).find((kind) => chance(mischief?.[kind]));
  if (disturbance !== undefined && chance(0.5)) await disturb(disturbance, response);
  else {
    const reply = await queue.do(operation, asked);
    if (chance(mischief?.slow)) await sleep(30);
    if (disturbance === undefined) say(reply);
    else await disturb(disturbance, response);
  }
}

const refused = (type: string, queryCode = type): Answer => [
  400,
  { __type: `com.amazonaws.sqs#${type}`, message: `This is ${type}.` },
  queryCode,
];

async function disturb(kind: 'failure' | 'cut' | 'hang', response: ServerResponse): Promise<void> {
  if (kind === 'cut') response.destroy();
  if (kind === 'failure') response.writeHead(503, { 'content-type': 'text/html' }).end('<h1>Busy</h1>');
}

class FakeQueue {
  readonly messages = new Map<string, Message>();
  readonly dead: string[] = [];
  readonly asked: Record<string, number> = {};
  underWay = 0;
  underWayMost = 0;
  closed = false;
  readonly #options: SqsServerOptions;
  readonly #secondMs: number;
  #sent = 0;

  constructor(options: SqsServerOptions) {
    this.#options = options;
    this.#secondMs = options.secondMs ?? 1_000;
  }

  send(body: string): void {
    const id = `m-${this.#sent++}`;
    this.messages.set(id, { id, body, visibleAtMs: 0, receives: 0 });
  }

  async do(operation: string, request: Request): Promise<Answer> {
    const entries = (request.Entries ?? []) as Entries;
    switch (operation) {
      case 'ReceiveMessage':
        return [200, await this.#receive(request)];
      case 'DeleteMessageBatch':
        return this.#batch(entries, (message) => {
          this.#options.onDelete?.(message.body);
          this.messages.delete(message.id);
        });
      case 'ChangeMessageVisibilityBatch':
        return this.#batch(entries, (message) => this.#hide(message, 60));
      case 'GetQueueAttributes':
        return [200, { Attributes: this.#options.receivesMax === undefined ? {} : { RedrivePolicy: '{}' } }];
      default:
        return refused('UnsupportedOperation');
    }
  }

  async #receive(request: Request): Promise<object> {
    const count = Number(request.MaxNumberOfMessages ?? 1);
    const untilMs = Date.now() + Number(request.WaitTimeSeconds ?? 0) * this.#secondMs;
    let found = this.#visible(count);
    while (found.length === 0 && Date.now() < untilMs && !this.closed) {
      await sleep(2);
      found = this.#visible(count);
    }
    for (const message of found) {
      message.receives++;
      this.#hide(message, Number(request.VisibilityTimeout ?? 30));
    }
    return found.length === 0 ? {} : { Messages: found.map(delivered) };
  }

  #visible(count: number): readonly Message[] {
    const { mischief, receivesMax = Number.POSITIVE_INFINITY } = this.#options;
    const chance = (probability = 0): boolean => (mischief?.random() ?? 1) < probability;
    if (chance(mischief?.empty)) return [];
    const found: Message[] = [];
    for (const message of this.messages.values()) {
      if (found.length === count) break;
      if (message.visibleAtMs > Date.now() && !chance(mischief?.redeliver)) continue;
      if (message.receives >= receivesMax) {
        this.messages.delete(message.id);
        this.dead.push(message.body);
      } else found.push(message);
    }
    return found;
  }

  #hide(message: Message, seconds: number): void {
    message.visibleAtMs = Date.now() + seconds * this.#secondMs;
  }

  /** An entry succeeds, fails for a while, or has a receipt that is none any more. */
  #batch(entries: Entries, act: (message: Message) => void): Answer {
    const { mischief } = this.#options;
    const chance = (probability = 0): boolean => (mischief?.random() ?? 1) < probability;
    const Successful: object[] = [];
    const Failed: object[] = [];
    for (const { Id, ReceiptHandle } of entries) {
      const [id = '', receives] = ReceiptHandle.split('#');
      const message = this.messages.get(id);
      const current = message !== undefined && String(message.receives) === receives;
      if (chance(mischief?.entryFailure)) Failed.push({ Id, SenderFault: false, Code: 'InternalError' });
      else if (chance(mischief?.expire))
        Failed.push({ Id, SenderFault: true, Code: 'ReceiptHandleIsInvalid' });
      else {
        // SQS says yes to a receipt that is too old, and does nothing.
        if (current) act(message);
        Successful.push({ Id });
      }
    }
    return [200, { Successful, Failed }];
  }
}

function delivered({ id, body, receives }: Message): object {
  return {
    MessageId: id,
    ReceiptHandle: `${id}#${receives}`,
    Body: body,
    MD5OfBody: createHash('md5').update(body).digest('hex'),
  };
}
