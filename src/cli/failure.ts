// How a command ends badly, and with which exit code: 2 for a wrong call or query, 1 for a failure, 130 after Ctrl-C.
// main.ts prints the message; a message says what is wrong and what to do next.

export type ExitCode = 1 | 2 | 130;

export class CliFailure extends Error {
  readonly exitCode: ExitCode;
  constructor(exitCode: ExitCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'CliFailure';
    this.exitCode = exitCode;
  }
}

/** A wrong call: an argument, an option, a query. */
export const wrongCall = (message: string): CliFailure => new CliFailure(2, message);

/** The call was right and could not be done. */
export const failure = (message: string, cause?: unknown): CliFailure =>
  new CliFailure(1, message, { cause });

/** Ctrl-C came; `message` says what is kept. */
export const interruption = (message: string): CliFailure => new CliFailure(130, `Interrupted; ${message}`);
