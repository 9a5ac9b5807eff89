// A terminal for tests: keeps what was printed, reads what it is given, has a fixed clock and no screen.

import { PassThrough, Readable } from 'node:stream';
import { OutputClosed, type Terminal } from '../src/cli/terminal.ts';

export interface RecordedTerminal extends Terminal {
  /** Everything printed to standard output and standard error so far. */
  printed(): string;
  complained(): string;
  interrupt(): void;
}

export interface Recording extends Partial<Pick<Terminal, 'columns' | 'unicode' | 'env' | 'nowMs'>> {
  readonly input?: string;
  /** The reader goes away after so many writes, as `head` does. */
  readonly closesAfterWrites?: number;
}

export function recordedTerminal(recording: Recording = {}): RecordedTerminal {
  let printed = '';
  let complained = '';
  let writes = 0;
  const interruption = new AbortController();
  return {
    commandName: 'shiplog',
    out: async (text) => {
      if (writes === recording.closesAfterWrites) throw new OutputClosed();
      writes += 1;
      printed += text;
    },
    err: (text) => {
      complained += text;
    },
    stdin: Readable.from([recording.input ?? '']),
    errStream: new PassThrough(),
    columns: recording.columns,
    errIsTty: false,
    outColor: false,
    errColor: false,
    unicode: recording.unicode ?? true,
    env: recording.env ?? {},
    nowMs: recording.nowMs ?? (() => Date.UTC(2026, 10, 22, 12)),
    interrupted: interruption.signal,
    printed: () => printed,
    complained: () => complained,
    interrupt: () => interruption.abort(),
  };
}
