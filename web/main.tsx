// Starts the page: style sheets, preferences, server state, routes. No inline script anywhere, so that the
// Content-Security-Policy can forbid them.

import '@cloudscape-design/global-styles/index.css';
import 'virtual:tokens.css';
import './theme/page.css';
import { I18nProvider } from '@cloudscape-design/components/i18n';
import messages from '@cloudscape-design/components/i18n/messages/all.en';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router/dom';
import { router } from './routes.tsx';
import { SessionProvider } from './session/session-provider.tsx';
import { PreferencesProvider } from './shell/use-preferences.tsx';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root.');
createRoot(root).render(
  <StrictMode>
    <I18nProvider locale="en" messages={[messages]}>
      <SessionProvider>
        <PreferencesProvider>
          <RouterProvider router={router} />
        </PreferencesProvider>
      </SessionProvider>
    </I18nProvider>
  </StrictMode>,
);
