// Whether the reader is let in. Every request of the page passes the one query client that is made here; when the server asks for
// a token, the page shows the sign-in form until there is one.

import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import { tryToken } from '../api/client.ts';
import { Problem } from '../api/problem.ts';
import { forgetToken, keepToken, keptToken } from './token.ts';

interface Session {
  /** The server asks for a token, and there is none that it takes. */
  readonly locked: boolean;
  readonly signedIn: boolean;
  /** Rejects with a Problem when the server does not take the token. */
  readonly signIn: (token: string) => Promise<void>;
  readonly signOut: () => void;
}

const Context = createContext<Session | null>(null);

function newClient(onRefused: () => void): QueryClient {
  const onError = (cause: unknown): void => {
    if (cause instanceof Problem && cause.code === 'unauthorized') onRefused();
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    // Mistakes in a query or an input do not go away by asking again; an absent server is for the reader to decide.
    defaultOptions: { queries: { retry: false, refetchOnWindowFocus: false } },
  });
}

export function SessionProvider({ children }: { readonly children: ReactNode }) {
  const [locked, setLocked] = useState(false);
  const [signedIn, setSignedIn] = useState(() => keptToken(window.sessionStorage) !== undefined);
  const [client] = useState(() => newClient(() => setLocked(true)));
  const session = useMemo<Session>(
    () => ({
      locked,
      signedIn,
      signIn: async (token) => {
        if (!/^[\x21-\x7e]+$/.test(token)) {
          throw new Problem('unauthorized', 'A token has no spaces and no letters but those from A to Z.');
        }
        await tryToken(token);
        keepToken(window.sessionStorage, token);
        client.clear();
        setSignedIn(true);
        setLocked(false);
      },
      signOut: () => {
        forgetToken(window.sessionStorage);
        client.clear();
        setSignedIn(false);
        setLocked(true);
      },
    }),
    [client, locked, signedIn],
  );
  return (
    <Context.Provider value={session}>
      <QueryClientProvider client={client}>{children}</QueryClientProvider>
    </Context.Provider>
  );
}

export function useSession(): Session {
  const session = useContext(Context);
  if (session === null) throw new Error('useSession needs a SessionProvider above it.');
  return session;
}
