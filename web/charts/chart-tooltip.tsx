// A box of text beside a point of a drawing; turns to the left where the right has no room. Never takes the pointer.

import type { ReactNode } from 'react';

interface Props {
  readonly x: number;
  readonly y: number;
  /** Of the drawing. */
  readonly width: number;
  readonly children: ReactNode;
}

export function ChartTooltip({ x, y, width, children }: Props) {
  const side = x > width * 0.6 ? { right: width - x } : { left: x };
  return (
    <div className="chart-tooltip" role="presentation" style={{ top: y, ...side }}>
      {children}
    </div>
  );
}
