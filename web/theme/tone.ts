// The five tones of a finding as colours, and the classes of reasons as words. Colour never stands alone: what is
// coloured has an icon or a label too.

import type { ReasonClass, Tone } from '../../src/investigations/finding.ts';

export const toneColor = (tone: Tone): string => `var(--tone-${tone})`;

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
  unknown: 'Cause unknown',
};
