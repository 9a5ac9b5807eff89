// Which address shows which page. Pages load when they are first visited; the shell stays.

import { createBrowserRouter } from 'react-router';
import { CrashPage } from './shell/crash-page.tsx';
import { Loading } from './shell/loading.tsx';
import { NotFoundPage } from './shell/not-found-page.tsx';
import { Shell } from './shell/shell.tsx';

export const router = createBrowserRouter([
  {
    element: <Shell />,
    errorElement: <CrashPage />,
    hydrateFallbackElement: <Loading label="Loading the page" />,
    children: [
      {
        errorElement: <CrashPage />,
        children: [
          {
            index: true,
            lazy: async () => ({ Component: (await import('./overview/overview-page.tsx')).OverviewPage }),
          },
          {
            path: 'q',
            lazy: async () => ({ Component: (await import('./questions/questions-page.tsx')).QuestionsPage }),
          },
          {
            path: 'q/:id',
            lazy: async () => ({ Component: (await import('./questions/question-page.tsx')).QuestionPage }),
          },
          {
            path: 'insights',
            lazy: async () => ({ Component: (await import('./insights/insights-page.tsx')).InsightsPage }),
          },
          { path: '*', element: <NotFoundPage /> },
        ],
      },
    ],
  },
]);
