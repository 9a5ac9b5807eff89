// What a command sees of the outside world: where to print, how wide and how colourful, the clock, the environment.
// main.ts passes the real one, a test passes a recorder; nothing else in cli/ touches `process`.

import type { Readable } from 'node:stream';
import { createColors } from 'picocolors';

export type Colors = ReturnType<typeof createColors>;

/** Nobody reads the output any more (`| head`). */
export class OutputClosed extends Error {
  constructor() {
    super('the output was closed');
    this.name = 'OutputClosed';
  }
}

export interface Terminal {
  /** How this program was called, for commands that a reader is to repeat: `shiplog`, or `./bin/shiplog`. */
  readonly commandName: string;
  /** Resolves when the text is taken, so that a slow reader of a pipe slows the writer; throws OutputClosed. */
  out(text: string): Promise<void>;
  err(text: string): void;
  readonly stdin: Readable;
  /** For what draws over itself; `err` is for everything else. */
  readonly errStream: NodeJS.WritableStream;
  /** Width of the screen; undefined when the output is no screen, and then nothing is cut. */
  readonly columns: number | undefined;
  readonly errIsTty: boolean;
  readonly outColor: boolean;
  readonly errColor: boolean;
  /** False where the locale cannot show block characters. */
  readonly unicode: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
  nowMs(): number;
  /** Fires on Ctrl-C and on SIGTERM. */
  readonly interrupted: AbortSignal;
}

/** How things are drawn: the part of the terminal that the renderers need. */
export interface Style {
  readonly colors: Colors;
  readonly unicode: boolean;
  readonly columns: number | undefined;
}

export function outStyle(terminal: Terminal): Style {
  return { colors: createColors(terminal.outColor), unicode: terminal.unicode, columns: terminal.columns };
}

/** NO_COLOR and FORCE_COLOR as their conventions say; otherwise colour where somebody looks at it. */
export function wantsColor(env: Terminal['env'], isTty: boolean, args: readonly string[]): boolean {
  if (args.includes('--no-color') || (env.NO_COLOR ?? '') !== '') return false;
  if ((env.FORCE_COLOR ?? '0') !== '0') return true;
  return isTty && env.TERM !== 'dumb';
}

/** A locale that is named and is not UTF-8 gets ASCII; no locale at all is taken for a modern terminal. */
export function canShowUnicode(env: Terminal['env']): boolean {
  if (env.TERM === 'linux' || env.TERM === 'dumb') return false;
  const locale = env.LC_ALL || env.LC_CTYPE || env.LANG || '';
  return locale === '' || /utf-?8/i.test(locale);
}
