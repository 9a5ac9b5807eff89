// What the collector asks of a queue, in our own words. sqs-queue.ts answers with Amazon SQS.

export interface QueueMessage {
  /** The same whenever the message is delivered. */
  readonly id: string;
  /** Of this delivery; needed to delete the message. */
  readonly receipt: string;
  readonly body: string;
}

/** Every method rejects with QueueProblem when it does not succeed, and with nothing else. */
export interface Queue {
  /** Waits for messages and hides them from other readers for `queueHiddenSeconds`; empty when none came. Resolves to none when `signal` fires. */
  receive(signal: AbortSignal): Promise<readonly QueueMessage[]>;
  /** Returns those that are not deleted and may be tried again. A receipt that has expired is none of them: its message comes again. */
  delete(messages: readonly QueueMessage[]): Promise<readonly QueueMessage[]>;
  /** Hides messages for `queueHiddenSeconds` from now on. */
  hide(messages: readonly QueueMessage[]): Promise<void>;
  /** Whether messages that are never deleted go to a dead-letter queue in the end. */
  hasDeadLetterQueue(): Promise<boolean>;
  close(): void;
}

/**
 * `refused`: the queue, the credentials or their rights are wrong, and trying again helps only when somebody changes that.
 * `passing`: throttling, failures of the service and of the network.
 */
export type QueueProblemKind = 'refused' | 'passing';

/** Its message is a sentence for people: what is wrong and what to do. */
export class QueueProblem extends Error {
  override readonly name = 'QueueProblem';
  readonly kind: QueueProblemKind;
  constructor(kind: QueueProblemKind, message: string, cause?: unknown) {
    super(message, { cause });
    this.kind = kind;
  }
}
