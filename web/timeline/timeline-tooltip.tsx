// Everything about the box under the pointer or the focus.

import { ChartTooltip } from '../charts/chart-tooltip.tsx';
import { formatDuration } from '../format/quantities.ts';
import { formatTime, type Zone } from '../format/time.ts';
import type { Box, LaneBox } from './layout.ts';

interface Props {
  readonly box: Box;
  readonly lane: LaneBox | undefined;
  readonly width: number;
  readonly zone: Zone;
}

export function TimelineTooltip({ box, lane, width, zone }: Props) {
  const duration = box.kind === 'bar' ? formatDuration(box.endMs - box.startMs) : '';
  const x = box.kind === 'bar' ? box.x + Math.min(box.width, 24) / 2 : box.x;
  return (
    <ChartTooltip x={x} y={box.y + 16} width={width}>
      <strong>{box.label}</strong>
      {lane !== undefined && lane.label !== box.label && <div>{lane.label}</div>}
      {box.kind === 'bar' ? (
        <>
          <div className="number">
            {formatTime(box.startMs, zone)} – {box.open ? 'still going on' : formatTime(box.endMs, zone)}
          </div>
          <div>
            {duration}
            {box.open && ' so far'}
          </div>
          {box.detail !== undefined && box.detail !== duration && <div>{box.detail}</div>}
        </>
      ) : (
        <div className="number">{formatTime(box.atMs, zone)}</div>
      )}
    </ChartTooltip>
  );
}
