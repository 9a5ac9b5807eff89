// The top bar: the product's name, the zone of times, light or dark, density, signing out.

import TopNavigation, { type TopNavigationProps } from '@cloudscape-design/components/top-navigation';
import { useNavigate } from 'react-router';
import { useSession } from '../session/session-provider.tsx';
import { MoonIcon, SunIcon } from './mode-icons.tsx';
import type { Preferences } from './preferences.ts';
import { usePreferences } from './use-preferences.tsx';

const localZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

export function TopBar({ search }: { readonly search: string }) {
  const navigate = useNavigate();
  const { change, ...preferences } = usePreferences();
  const { signedIn, signOut } = useSession();
  return (
    <TopNavigation
      identity={{
        title: 'Shiplog',
        href: `/${search}`,
        logo: { src: '/favicon.svg', alt: '' },
        onFollow: (event) => {
          event.preventDefault();
          void navigate(`/${search}`);
        },
      }}
      utilities={[...utilities(preferences, change), ...(signedIn ? [signOutButton(signOut)] : [])]}
    />
  );
}

const signOutButton = (signOut: () => void): TopNavigationProps.Utility => ({
  type: 'button',
  text: 'Sign out',
  disableUtilityCollapse: true,
  onClick: signOut,
});

function utilities(
  { zone, mode, density }: Preferences,
  change: (changes: Partial<Preferences>) => void,
): readonly TopNavigationProps.Utility[] {
  const dark = mode === 'dark';
  return [
    {
      type: 'menu-dropdown',
      text: zone === 'utc' ? 'UTC' : localZone,
      ariaLabel: `Times are shown in ${zone === 'utc' ? 'UTC' : localZone}`,
      disableUtilityCollapse: true,
      items: [
        {
          id: 'utc',
          itemType: 'checkbox',
          text: 'UTC',
          secondaryText: 'as ECS writes them',
          checked: zone === 'utc',
        },
        {
          id: 'local',
          itemType: 'checkbox',
          text: 'Local time',
          secondaryText: localZone,
          checked: zone === 'local',
        },
      ],
      onItemClick: ({ detail }) => change({ zone: detail.id === 'local' ? 'local' : 'utc' }),
    },
    {
      type: 'button',
      iconSvg: dark ? <SunIcon /> : <MoonIcon />,
      text: dark ? 'Light' : 'Dark',
      ariaLabel: dark ? 'Switch to light mode' : 'Switch to dark mode',
      disableUtilityCollapse: true,
      onClick: () => change({ mode: dark ? 'light' : 'dark' }),
    },
    {
      type: 'menu-dropdown',
      iconName: 'settings',
      ariaLabel: 'Density',
      title: 'Density',
      disableUtilityCollapse: true,
      items: [
        { id: 'comfortable', itemType: 'checkbox', text: 'Comfortable', checked: density === 'comfortable' },
        { id: 'compact', itemType: 'checkbox', text: 'Compact', checked: density === 'compact' },
      ],
      onItemClick: ({ detail }) => change({ density: detail.id === 'compact' ? 'compact' : 'comfortable' }),
    },
  ];
}
