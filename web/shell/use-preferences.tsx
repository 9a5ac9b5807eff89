// The reader's preferences, for every component below the provider; applies mode and density to the document.

import { applyDensity, applyMode, Density, Mode } from '@cloudscape-design/global-styles';
import { createContext, type ReactNode, useContext, useLayoutEffect, useMemo, useState } from 'react';
import { type Preferences, readPreferences, writePreferences } from './preferences.ts';

interface PreferencesState extends Preferences {
  readonly change: (changes: Partial<Preferences>) => void;
}

const Context = createContext<PreferencesState | null>(null);

function initial(): Preferences {
  return readPreferences(window.localStorage, window.matchMedia('(prefers-color-scheme: dark)').matches);
}

export function PreferencesProvider({ children }: { readonly children: ReactNode }) {
  const [preferences, setPreferences] = useState(initial);
  const { mode, density } = preferences;
  useLayoutEffect(() => {
    applyMode(mode === 'dark' ? Mode.Dark : Mode.Light);
    applyDensity(density === 'compact' ? Density.Compact : Density.Comfortable);
    document.documentElement.style.colorScheme = mode;
  }, [mode, density]);
  const state = useMemo(
    () => ({
      ...preferences,
      change: (changes: Partial<Preferences>) => {
        const changed = { ...preferences, ...changes };
        writePreferences(window.localStorage, changed);
        setPreferences(changed);
      },
    }),
    [preferences],
  );
  return <Context.Provider value={state}>{children}</Context.Provider>;
}

export function usePreferences(): PreferencesState {
  const state = useContext(Context);
  if (state === null) throw new Error('usePreferences needs a PreferencesProvider above it.');
  return state;
}
