// The five tones of a finding as Cloudscape's indicators and as colours. Colour never stands alone: an indicator has an
// icon, a bar has its label.

import type { StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import type { ReasonClass, Tone } from '../../src/investigations/finding.ts';

export const toneIndicator: Readonly<Record<Tone, StatusIndicatorProps.Type>> = {
  ok: 'success',
  info: 'info',
  warning: 'warning',
  error: 'error',
  neutral: 'stopped',
};

export const toneColor = (tone: Tone): string => `var(--tone-${tone})`;

export const isTone = (text: string): text is Tone => Object.hasOwn(toneIndicator, text);

export const classNames: Readonly<Record<ReasonClass, string>> = {
  application: 'Application',
  health: 'Health checks',
  image: 'Image',
  configuration: 'Configuration',
  secrets: 'Secrets',
  network: 'Network',
  capacity: 'Capacity',
  infrastructure: 'Infrastructure',
  operator: 'A person or tool',
  routine: 'Routine',
  unknown: 'Unknown',
};
