// A bare connection to a server: sends bytes as they are, and tells what came back.

import { connect, type Socket } from 'node:net';

export interface RawConnection {
  readonly socket: Socket;
  /** Everything that came so far. */
  received(): string;
  send(bytes: string | Uint8Array): void;
  /** Resolves when as many answers came. Each has a `content-length`; rejects when the connection ends before. */
  answers(count: number): Promise<readonly RawAnswer[]>;
  /** Resolves when the server has closed the connection. */
  closed(): Promise<void>;
}

export interface RawAnswer {
  readonly status: number;
  readonly head: string;
  readonly body: string;
}

const patienceMs = 30_000;

export async function openRaw(port: number): Promise<RawConnection> {
  const socket = connect(port, '127.0.0.1');
  const chunks: Buffer[] = [];
  let ended = false;
  const waiting = new Set<() => void>();
  const tell = () => {
    for (const look of waiting) look();
  };
  socket.on('data', (chunk) => {
    chunks.push(chunk);
    tell();
  });
  socket.on('close', () => {
    ended = true;
    tell();
  });
  socket.on('error', () => undefined);
  await new Promise<void>((resolve) => socket.once('connect', resolve));
  const received = () => Buffer.concat(chunks).toString('latin1');
  const until = <Found>(look: () => Found | undefined, what: string): Promise<Found> =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(
        () => done(() => reject(new Error(`No ${what} in time: ${received()}`))),
        patienceMs,
      );
      const done = (act: () => void) => {
        clearTimeout(timer);
        waiting.delete(check);
        act();
      };
      const check = () => {
        const found = look();
        if (found !== undefined) done(() => resolve(found));
        else if (ended) done(() => reject(new Error(`Closed before ${what}: ${received()}`)));
      };
      waiting.add(check);
      check();
    });
  return {
    socket,
    received,
    send: (bytes) => socket.write(bytes),
    answers: (count) =>
      until(() => {
        const found = answersIn(received());
        return found.length >= count ? found : undefined;
      }, `${count} answers`),
    closed: async () => {
      await until(() => (ended ? true : undefined), 'end');
    },
  };
}

/** The whole answers in a text, without those that only say `100 Continue`. */
export function answersIn(text: string): readonly RawAnswer[] {
  const found: RawAnswer[] = [];
  for (let rest = text; ; ) {
    const end = rest.indexOf('\r\n\r\n');
    if (end === -1) return found;
    const head = rest.slice(0, end);
    const length = Number(/^content-length: (\d+)/im.exec(head)?.[1] ?? 0);
    const body = rest.slice(end + 4, end + 4 + length);
    if (body.length < length) return found;
    const status = Number(head.slice(9, 12));
    if (status >= 200) found.push({ status, head, body });
    rest = rest.slice(end + 4 + length);
  }
}
