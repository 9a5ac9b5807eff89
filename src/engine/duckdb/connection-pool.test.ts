// Who gets a connection when: few new users at once, further ones beside those that keep theirs for long.
import type { DuckDBConnection } from '@duckdb/node-api';
import { describe, expect, it } from 'vitest';
import { ConnectionPool, type PoolSize } from './connection-pool.ts';

/** A pool whose users come and go by name. */
function rig(size: PoolSize) {
  const opened: { closed: boolean }[] = [];
  const pool = new ConnectionPool(async () => {
    const connection = {
      closed: false,
      closeSync() {
        this.closed = true;
      },
    };
    opened.push(connection);
    return connection as unknown as DuckDBConnection;
  }, size);
  const inside = new Map<string, () => void>();
  const come = (name: string): Promise<void> =>
    pool.lend(async () => {
      await new Promise<void>((resolve) => inside.set(name, resolve));
      inside.delete(name);
    });
  const go = (name: string): void => inside.get(name)?.();
  const see = async (...names: readonly string[]): Promise<void> => {
    while ([...inside.keys()].toSorted().join() !== names.join())
      await new Promise((resolve) => setTimeout(resolve, 1));
  };
  return { pool, opened, come, go, see };
}

describe('a pool of connections', () => {
  it('lets in few at once, in the order of their coming', async () => {
    const { pool, opened, come, go, see } = rig({ most: 5, fresh: 2, patienceMs: 60_000 });
    const users = ['a', 'b', 'c', 'd'].map(come);
    await see('a', 'b');
    go('b');
    await see('a', 'c');
    go('a');
    await see('c', 'd');
    go('c');
    go('d');
    await Promise.all(users);
    expect(opened).toHaveLength(2);
    await pool.close();
    expect(opened.every(({ closed }) => closed)).toBe(true);
  });

  it('lets others in beside those that stay long, up to its size', async () => {
    const { pool, come, go, see } = rig({ most: 3, fresh: 1, patienceMs: 20 });
    const started = performance.now();
    const users = ['a', 'b', 'c', 'd'].map(come);
    await see('a', 'b', 'c');
    expect(performance.now() - started).toBeGreaterThanOrEqual(40);
    go('b');
    await see('a', 'c', 'd');
    for (const name of ['a', 'c', 'd']) go(name);
    await Promise.all(users);
    await pool.close();
  });

  it('goes on when a connection cannot be had or the work fails', async () => {
    let fail = true;
    const pool = new ConnectionPool(
      async () => {
        if (fail) throw new Error('no connection');
        return {} as DuckDBConnection;
      },
      { most: 1, fresh: 1, patienceMs: 60_000 },
    );
    await expect(pool.lend(async () => 1)).rejects.toThrow('no connection');
    fail = false;
    await expect(
      pool.lend(async () => {
        throw new Error('no work');
      }),
    ).rejects.toThrow('no work');
    expect(await pool.lend(async () => 2)).toBe(2);
  });
});
