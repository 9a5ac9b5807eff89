// The entries of the side navigation. Links keep the time range of the page they are on.

import type { SideNavigationProps } from '@cloudscape-design/components/side-navigation';
import type { Definition } from '../api/responses.ts';

/** The few words under which a question stands in the navigation; its id where we have none. */
const shortNames: Readonly<Record<string, string>> = {
  task: 'Task',
  stops: 'Task stops',
  owner: 'Network owner',
  faults: 'Service faults',
  errors: 'Errors',
  deployments: 'Deployments',
  agents: 'Agent versions',
  anomalies: 'Anomalies',
};

export function shortName(id: string): string {
  return shortNames[id] ?? id.charAt(0).toUpperCase() + id.slice(1);
}

/** `search` is the time range as a query string, or empty. */
export function navigationItems(
  definitions: readonly Definition[],
  search: string,
): readonly SideNavigationProps.Item[] {
  return [
    { type: 'link', text: 'Overview', href: `/${search}` },
    { type: 'link', text: 'Insights', href: `/insights${search}` },
    { type: 'divider' },
    {
      type: 'section-group',
      title: 'Questions',
      items: [
        ...definitions.map(({ id }) => ({
          type: 'link' as const,
          text: shortName(id),
          href: `/q/${id}${search}`,
        })),
      ],
    },
  ];
}

/** The `href` of the entry for a path, as navigationItems wrote it. */
export const activeHref = (pathname: string, search: string): string => `${pathname}${search}`;
