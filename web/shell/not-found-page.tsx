// An address that leads nowhere.

import { Nothing } from './nothing.tsx';
import { PageFrame } from './page-frame.tsx';
import { RouteLink } from './route-link.tsx';

export function NotFoundPage() {
  return (
    <PageFrame title="No such page">
      <Nothing title="There is no page at this address">
        <RouteLink to="/">Go to the overview</RouteLink>
      </Nothing>
    </PageFrame>
  );
}
