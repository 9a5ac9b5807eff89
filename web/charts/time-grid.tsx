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
const characterPx = 7;
const captionX = 4;

export function TimeGrid({ axis, top, bottom, labelY }: Props) {
  const [first] = axis.ticks;
  const captionEnd = captionX + (axis.caption.length + 1) * characterPx;
  // Where the two would lie upon each other they become one label.
  const joined = first !== undefined && first.x - (first.label.length * characterPx) / 2 < captionEnd;
  return (
    <g>
      {axis.ticks.map(({ x, label }, index) => (
        <g key={x}>
          <line x1={x} x2={x} y1={top} y2={bottom} stroke="var(--chart-grid)" />
          {joined && index === 0 ? null : (
            <text
              className="chart-text"
              x={x}
              y={labelY}
              textAnchor={axis.right - x < edgePx ? 'end' : 'middle'}
            >
              {label}
            </text>
          )}
        </g>
      ))}
      <text className="chart-text" x={captionX} y={labelY}>
        {joined ? `${axis.caption} ${first.label}` : axis.caption}
      </text>
    </g>
  );
}
