// Amazon SQS as a Queue, through the AWS SDK, which is loaded when a queue is opened and not before. No retries here: the collector
// waits and tries again, and says so.

import type { SQSClient } from '@aws-sdk/client-sqs';
import { queueAnswerMs, queueHiddenSeconds, queueReceivedMax } from '../../limits.ts';
import type { Queue, QueueMessage } from './queue.ts';
import { queueProblem } from './queue-problem.ts';
import type { QueueAddress } from './queue-url.ts';

export interface SqsQueueOptions {
  readonly address: QueueAddress;
  /** Another place that answers as SQS does; without it the host of the URL. */
  readonly endpointUrl: string | undefined;
  /** How long a receive waits for the first message [AWS: at most 20]. */
  readonly waitSeconds: number;
  /** How long SQS may take to answer beyond that. */
  readonly answerMs?: number;
  /** Instead of those that AWS's tools find. */
  readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string };
}

/** Receipts that are not valid any more, because the message came again or was deleted: nothing to try again. */
const endedReceipts = new Set(['ReceiptHandleIsInvalid', 'InvalidParameterValue', 'MessageNotInflight']);

type Sdk = typeof import('@aws-sdk/client-sqs');

/** The Region is the one of the URL, else the one that AWS's tools find. Nothing is asked yet. */
export async function openSqsQueue(options: SqsQueueOptions): Promise<Queue> {
  const sdk = await import('@aws-sdk/client-sqs');
  const { address, endpointUrl, credentials } = options;
  const client = new sdk.SQSClient({
    endpoint: endpointUrl ?? address.origin,
    ...(address.region === undefined ? {} : { region: address.region }),
    ...(credentials === undefined ? {} : { credentials }),
    maxAttempts: 1,
  });
  return new SqsQueue(sdk, client, options);
}

class SqsQueue implements Queue {
  readonly #sdk: Sdk;
  readonly #client: SQSClient;
  readonly #address: QueueAddress;
  readonly #waitSeconds: number;
  readonly #answerMs: number;

  constructor(sdk: Sdk, client: SQSClient, { address, waitSeconds, answerMs }: SqsQueueOptions) {
    this.#sdk = sdk;
    this.#client = client;
    this.#address = address;
    this.#waitSeconds = waitSeconds;
    this.#answerMs = answerMs ?? queueAnswerMs;
  }

  async receive(signal: AbortSignal): Promise<readonly QueueMessage[]> {
    const command = new this.#sdk.ReceiveMessageCommand({
      QueueUrl: this.#address.url,
      MaxNumberOfMessages: queueReceivedMax,
      WaitTimeSeconds: this.#waitSeconds,
      VisibilityTimeout: queueHiddenSeconds,
    });
    const withinMs = this.#waitSeconds * 1_000 + this.#answerMs;
    const answer = await this.#ask(
      (abortSignal) => this.#client.send(command, { abortSignal }),
      withinMs,
      signal,
    );
    return (answer?.Messages ?? []).map(({ MessageId, ReceiptHandle, Body }) => ({
      id: MessageId ?? '',
      receipt: ReceiptHandle ?? '',
      body: Body ?? '',
    }));
  }

  async delete(messages: readonly QueueMessage[]): Promise<readonly QueueMessage[]> {
    const command = new this.#sdk.DeleteMessageBatchCommand({
      QueueUrl: this.#address.url,
      Entries: messages.map(({ receipt }, index) => ({ Id: String(index), ReceiptHandle: receipt })),
    });
    const answer = await this.#ask((abortSignal) => this.#client.send(command, { abortSignal }));
    const settled = new Set([
      ...(answer?.Successful ?? []).map(({ Id }) => Id),
      ...(answer?.Failed ?? []).filter(({ Code }) => endedReceipts.has(Code ?? '')).map(({ Id }) => Id),
    ]);
    return messages.filter((_, index) => !settled.has(String(index)));
  }

  async hide(messages: readonly QueueMessage[]): Promise<void> {
    const command = new this.#sdk.ChangeMessageVisibilityBatchCommand({
      QueueUrl: this.#address.url,
      Entries: messages.map(({ receipt }, index) => ({
        Id: String(index),
        ReceiptHandle: receipt,
        VisibilityTimeout: queueHiddenSeconds,
      })),
    });
    await this.#ask((abortSignal) => this.#client.send(command, { abortSignal }));
  }

  async hasDeadLetterQueue(): Promise<boolean> {
    const command = new this.#sdk.GetQueueAttributesCommand({
      QueueUrl: this.#address.url,
      AttributeNames: ['RedrivePolicy'],
    });
    const answer = await this.#ask((abortSignal) => this.#client.send(command, { abortSignal }));
    return answer?.Attributes?.RedrivePolicy !== undefined;
  }

  close(): void {
    this.#client.destroy();
  }

  /**
   * Not AbortSignal.any: what it makes stays with a signal that lives as long as the collector. Undefined when `signal` fires.
   */
  async #ask<Answer>(
    send: (signal: AbortSignal) => Promise<Answer>,
    withinMs = this.#answerMs,
    signal?: AbortSignal,
  ): Promise<Answer | undefined> {
    const ended = (): boolean => signal?.aborted === true;
    if (ended()) return undefined;
    const controller = new AbortController();
    const abort = (): void => controller.abort();
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      abort();
    }, withinMs);
    signal?.addEventListener('abort', abort);
    try {
      return await send(controller.signal);
    } catch (cause) {
      if (ended()) return undefined;
      throw queueProblem(cause, this.#address, late ? withinMs : undefined);
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
    }
  }
}
