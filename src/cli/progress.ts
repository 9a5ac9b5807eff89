// Signs of life for work that takes longer than a second, on stderr and only where somebody looks at it.

import { SingleBar } from 'cli-progress';
import { formatDuration } from '../investigations/wording.ts';
import type { Terminal } from './terminal.ts';

export interface Progress {
  /** `note` replaces the text behind the bar. */
  update(done: number, note?: string): void;
  /** Takes the line away again. */
  stop(): void;
}

const quietMs = 1_000;
const silent: Progress = { update() {}, stop() {} };

/** A bar towards `total`, or a clock where the total is not known. */
export function startProgress(terminal: Terminal, title: string, total?: number): Progress {
  if (!terminal.errIsTty) return silent;
  const startedMs = terminal.nowMs();
  const bar = new SingleBar({
    stream: terminal.errStream,
    format: total === undefined ? `${title} {clock} {note}` : `${title} {bar} {percentage}% {note}`,
    barCompleteChar: terminal.unicode ? '█' : '=',
    barIncompleteChar: terminal.unicode ? '░' : '.',
    barsize: 30,
    fps: 5,
    forceRedraw: true,
    clearOnComplete: true,
    hideCursor: true,
    gracefulExit: false,
  });
  let done = 0;
  let note = '';
  const payload = () => ({
    note,
    clock: formatDuration(Math.floor((terminal.nowMs() - startedMs) / 1_000) * 1_000),
  });
  const timer = setInterval(() => {
    if (!bar.isActive) bar.start(total ?? 1, done, payload());
    else bar.update(done, payload());
  }, quietMs);
  timer.unref();
  return {
    update(nowDone, nowNote) {
      done = nowDone;
      if (nowNote !== undefined) note = nowNote;
      if (bar.isActive) bar.update(done, payload());
    },
    stop() {
      clearInterval(timer);
      if (bar.isActive) bar.stop();
    },
  };
}
