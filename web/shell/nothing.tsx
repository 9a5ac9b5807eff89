// The empty state: what is not there, and what to do about it.

import Box from '@cloudscape-design/components/box';
import type { ReactNode } from 'react';

interface Props {
  readonly title: string;
  readonly children?: ReactNode;
}

export function Nothing({ title, children }: Props) {
  return (
    <Box textAlign="center" padding={{ vertical: 'xl' }} color="inherit">
      <Box variant="strong" color="inherit">
        {title}
      </Box>
      <Box padding={{ top: 'xxs' }} color="text-body-secondary">
        {children}
      </Box>
    </Box>
  );
}
