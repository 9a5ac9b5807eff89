// What a reader chose for this browser: the zone of times, light or dark, density. Read once, kept in local storage.

import type { Zone } from '../format/time.ts';

export interface Preferences {
  readonly zone: Zone;
  readonly mode: 'light' | 'dark';
  readonly density: 'comfortable' | 'compact';
}

type KeyValueStore = Pick<Storage, 'getItem' | 'setItem'>;

const storageKey = 'shiplog.preferences';

/** What is kept, with the browser's wish for the mode where nothing is; unreadable values count as nothing. */
export function readPreferences(storage: KeyValueStore, prefersDark: boolean): Preferences {
  const kept = parsed(storage);
  return {
    zone: kept.zone === 'local' ? 'local' : 'utc',
    mode: kept.mode === 'light' || kept.mode === 'dark' ? kept.mode : prefersDark ? 'dark' : 'light',
    density: kept.density === 'compact' ? 'compact' : 'comfortable',
  };
}

export function writePreferences(storage: KeyValueStore, preferences: Preferences): void {
  try {
    storage.setItem(storageKey, JSON.stringify(preferences));
  } catch {
    // A browser that keeps nothing (private windows, full storage) still shows the page.
  }
}

function parsed(storage: KeyValueStore): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(storage.getItem(storageKey) ?? '{}');
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
