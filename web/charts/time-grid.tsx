// The ticks of a time axis as faint lines with their labels.

import type { TimeAxis } from './time-axis.ts';

interface Props {
  readonly axis: TimeAxis;
  readonly top: number;
  readonly bottom: number;
  readonly labelY: number;
}

/** Labels this close to the right edge end there instead of being centred. */
const edgePx = 20;

export function TimeGrid({ axis, top, bottom, labelY }: Props) {
  return (
    <g>
      {axis.ticks.map(({ x, label }) => (
        <g key={x}>
          <line x1={x} x2={x} y1={top} y2={bottom} stroke="var(--chart-grid)" />
          <text
            className="chart-text"
            x={x}
            y={labelY}
            textAnchor={axis.right - x < edgePx ? 'end' : 'middle'}
          >
            {label}
          </text>
        </g>
      ))}
      <text className="chart-text" x={4} y={labelY}>
        {axis.caption}
      </text>
    </g>
  );
}
