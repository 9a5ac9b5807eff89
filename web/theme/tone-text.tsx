// A sentence with the sign of its tone before it; wraps like any other text.

import Icon, { type IconProps } from '@cloudscape-design/components/icon';
import type { ReactNode } from 'react';
import type { Tone } from '../../src/investigations/finding.ts';

const icons: Readonly<Record<Tone, { readonly name: IconProps.Name; readonly variant: IconProps.Variant }>> =
  {
    ok: { name: 'status-positive', variant: 'success' },
    info: { name: 'status-info', variant: 'link' },
    warning: { name: 'status-warning', variant: 'warning' },
    error: { name: 'status-negative', variant: 'error' },
    neutral: { name: 'status-stopped', variant: 'subtle' },
  };

export const isTone = (text: string): text is Tone => Object.hasOwn(icons, text);

export function ToneIcon({ tone }: { readonly tone: Tone }) {
  return <Icon {...icons[tone]} ariaLabel={tone} size="inherit" />;
}

export function ToneText({ tone, children }: { readonly tone: Tone; readonly children: ReactNode }) {
  return (
    <span className="tone-text">
      <ToneIcon tone={tone} />
      <span>{children}</span>
    </span>
  );
}
