// Draws a timeline that layout.ts has laid out. One tab stop; the arrow keys go from box to box; hovering or focusing a
// box tells everything about it.

import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import './timeline.css';
import type { Timeline as TimelineData } from '../../src/investigations/finding.ts';
import { TimeGrid } from '../charts/time-grid.tsx';
import { useWidth } from '../charts/use-width.ts';
import { usePreferences } from '../shell/use-preferences.tsx';
import { axisHeight, type LaneBox, layoutTimeline, neighbour } from './layout.ts';
import { TimelineBox } from './timeline-box.tsx';
import { TimelineTooltip } from './timeline-tooltip.tsx';

interface Props {
  readonly timeline: TimelineData;
}

export function Timeline({ timeline }: Props) {
  const { zone } = usePreferences();
  const [container, width] = useWidth<HTMLDivElement>();
  const [focused, setFocused] = useState(0);
  const [shown, setShown] = useState<number | null>(null);
  const svg = useRef<SVGSVGElement>(null);
  const layout = useMemo(() => layoutTimeline(timeline, width, zone), [timeline, width, zone]);
  const tabStop = Math.min(focused, layout.boxes.length - 1);
  const box = shown === null ? undefined : layout.boxes[shown];

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') setShown(null);
    const next = neighbour(layout.boxes, tabStop, event.key);
    if (next === tabStop) return;
    event.preventDefault();
    svg.current?.querySelector<SVGGElement>(`[data-box="${next}"]`)?.focus();
  };

  return (
    <div className="timeline" ref={container}>
      {width > 0 && (
        // biome-ignore lint/a11y/useSemanticElements: a group of pictures, which no HTML element is
        <svg
          ref={svg}
          width={layout.width}
          height={layout.height}
          role="group"
          aria-label={`${timeline.title}. Use the arrow keys to move along.`}
          onKeyDown={onKeyDown}
        >
          {layout.lanes.map((lane, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lanes have no identity but their place
            <Lane key={at} lane={lane} odd={at % 2 === 1} width={layout.width} />
          ))}
          <TimeGrid axis={layout.axis} top={axisHeight} bottom={layout.height} labelY={axisHeight - 10} />
          {layout.boxes.map((one) => (
            <TimelineBox
              key={one.index}
              box={one}
              tabStop={one.index === tabStop}
              zone={zone}
              onShow={() => setShown(one.index)}
              onHide={() => setShown(null)}
              onFocus={() => setFocused(one.index)}
            />
          ))}
        </svg>
      )}
      {box && <TimelineTooltip box={box} lane={layout.lanes[box.lane]} width={layout.width} zone={zone} />}
    </div>
  );
}

function Lane({
  lane,
  odd,
  width,
}: {
  readonly lane: LaneBox;
  readonly odd: boolean;
  readonly width: number;
}) {
  return (
    <g>
      <rect
        className={odd ? 'timeline-lane timeline-lane-odd' : 'timeline-lane'}
        x={0}
        y={lane.y}
        width={width}
        height={lane.height}
        rx={4}
      />
      <text
        className="chart-text timeline-lane-label"
        x={4}
        y={lane.y + lane.height / 2}
        dominantBaseline="central"
      >
        {lane.shown !== lane.label && <title>{lane.label}</title>}
        {lane.shown}
      </text>
    </g>
  );
}
