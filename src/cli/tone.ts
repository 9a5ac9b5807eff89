// The five tones of a finding as colours and as signs, so that a verdict reads the same without colour.

import type { Tone } from '../investigations/finding.ts';
import type { Paint } from './render-table.ts';
import type { Colors } from './terminal.ts';

export function tonePaint(tone: Tone, colors: Colors): Paint {
  switch (tone) {
    case 'ok':
      return colors.green;
    case 'info':
      return colors.cyan;
    case 'warning':
      return colors.yellow;
    case 'error':
      return colors.red;
    case 'neutral':
      return colors.dim;
  }
}

const signs: Readonly<Record<Tone, readonly [unicode: string, ascii: string]>> = {
  ok: ['✓', 'ok'],
  info: ['•', '-'],
  warning: ['!', '!'],
  error: ['✗', 'x'],
  neutral: ['·', '.'],
};

export const toneSign = (tone: Tone, unicode: boolean): string => signs[tone][unicode ? 0 : 1];
