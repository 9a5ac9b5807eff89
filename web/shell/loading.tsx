// Something is on its way; says what.

import Box from '@cloudscape-design/components/box';
import Spinner from '@cloudscape-design/components/spinner';

export function Loading({ label }: { readonly label: string }) {
  return (
    <Box textAlign="center" padding={{ vertical: 'xxl' }} color="text-body-secondary">
      <div role="status" aria-live="polite">
        <Spinner /> {label}…
      </div>
    </Box>
  );
}
