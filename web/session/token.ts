// The reader's token, kept for this tab and no longer, and how it goes along with requests.

type KeyValueStore = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const storageKey = 'shiplog.token';

/** Undefined when none is kept, or nothing can be. */
export function keptToken(storage: KeyValueStore): string | undefined {
  try {
    return storage.getItem(storageKey) ?? undefined;
  } catch {
    return undefined;
  }
}

export function keepToken(storage: KeyValueStore, token: string): void {
  storage.setItem(storageKey, token);
}

export function forgetToken(storage: KeyValueStore): void {
  storage.removeItem(storageKey);
}

/** The same request with a token. */
export function withToken(init: RequestInit, token: string | undefined): RequestInit {
  if (token === undefined) return init;
  const headers = new Headers(init.headers);
  headers.set('authorization', `Bearer ${token}`);
  return { ...init, headers };
}
