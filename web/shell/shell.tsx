// What stays while pages change: top bar, side navigation, and the room for the page, or for the sign-in form.

import AppLayout from '@cloudscape-design/components/app-layout';
import SideNavigation from '@cloudscape-design/components/side-navigation';
import { useState } from 'react';
import { Outlet, useLocation, useNavigate, useSearchParams } from 'react-router';
import { useDefinitions } from '../api/use-api.ts';
import { rangeSearch } from '../range/time-range.ts';
import { useSession } from '../session/session-provider.tsx';
import { SignIn } from '../session/sign-in.tsx';
import { activeHref, navigationItems } from './navigation.ts';
import { TopBar } from './top-bar.tsx';

const topBarId = 'top-bar';
/** Tables and timelines use a wide screen; texts keep a measure of their own. */
const contentWidthMax = 1_800;

export function Shell() {
  const [open, setOpen] = useState(() => window.innerWidth >= 1_000);
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const [params] = useSearchParams();
  const { locked } = useSession();
  const definitions = useDefinitions(!locked);
  const search = rangeSearch(params);
  return (
    <>
      <div id={topBarId}>
        <TopBar search={search} />
      </div>
      <AppLayout
        headerSelector={`#${topBarId}`}
        toolsHide
        navigationHide={locked}
        navigationWidth={220}
        maxContentWidth={contentWidthMax}
        navigationOpen={open}
        onNavigationChange={({ detail }) => setOpen(detail.open)}
        ariaLabels={{
          navigation: 'Pages',
          navigationToggle: 'Open navigation',
          navigationClose: 'Close navigation',
        }}
        navigation={
          <SideNavigation
            activeHref={activeHref(pathname, search)}
            items={navigationItems(definitions.data ?? [], search)}
            onFollow={(event) => {
              if (event.detail.external) return;
              event.preventDefault();
              void navigate(event.detail.href);
            }}
          />
        }
        content={locked ? <SignIn /> : <Outlet />}
      />
    </>
  );
}
