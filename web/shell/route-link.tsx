// A Cloudscape link that stays inside the page: a plain click navigates, any other click does what browsers do.

import Link, { type LinkProps } from '@cloudscape-design/components/link';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';

interface Props {
  readonly to: string;
  readonly children: ReactNode;
  readonly variant?: LinkProps.Variant;
  readonly fontSize?: LinkProps.FontSize;
  readonly ariaLabel?: string;
}

export function RouteLink({ to, children, ...rest }: Props) {
  const navigate = useNavigate();
  return (
    <Link
      {...rest}
      href={to}
      onFollow={(event) => {
        event.preventDefault();
        void navigate(to);
      }}
    >
      {children}
    </Link>
  );
}
