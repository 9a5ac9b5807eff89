// One bar or mark of a timeline with its label.

import { formatDuration } from '../format/quantities.ts';
import { formatTime, type Zone } from '../format/time.ts';
import { toneColor } from '../theme/tone.ts';
import type { BarBox, Box, MarkBox } from './layout.ts';

interface Props {
  readonly box: Box;
  readonly tabStop: boolean;
  readonly zone: Zone;
  readonly onShow: () => void;
  readonly onHide: () => void;
  readonly onFocus: () => void;
}

export function TimelineBox({ box, tabStop, zone, onShow, onHide, onFocus }: Props) {
  return (
    // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: a picture with a caption, focused to be read
    <g
      className="timeline-box"
      data-box={box.index}
      role="img"
      aria-label={spoken(box, zone)}
      tabIndex={tabStop ? 0 : -1}
      onMouseEnter={onShow}
      onMouseLeave={onHide}
      onFocus={() => {
        onFocus();
        onShow();
      }}
      onBlur={onHide}
    >
      {box.kind === 'bar' ? <BarShape box={box} /> : <MarkShape box={box} />}
      {box.text && (
        <text
          className={`chart-text ${box.text.inside ? 'timeline-text-inside' : 'timeline-text-after'}`}
          x={box.text.x}
          y={box.y}
          dominantBaseline="central"
          textAnchor={box.text.anchor}
        >
          {box.text.text}
        </text>
      )}
    </g>
  );
}

function BarShape({ box }: { readonly box: BarBox }) {
  const top = box.y - box.height / 2;
  const radius = Math.min(3, box.width / 2);
  return (
    <>
      <rect
        className="timeline-shape"
        x={box.x}
        y={top}
        width={box.width}
        height={box.height}
        rx={radius}
        fill={toneColor(box.tone)}
        // The surface shows between bars that follow each other.
        stroke="var(--surface)"
        strokeWidth={box.width > 6 ? 1 : 0}
      />
      {box.open && box.width > 12 && (
        <path
          d={`M${box.x + box.width - 6} ${top + 4} l5 ${box.height / 2 - 4} l-5 ${box.height / 2 - 4}`}
          fill="none"
          stroke="var(--bar-text)"
          strokeWidth={2}
        />
      )}
      <rect
        className="timeline-focus-ring"
        x={box.x - 2}
        y={top - 2}
        width={box.width + 4}
        height={box.height + 4}
        rx={4}
      />
    </>
  );
}

function MarkShape({ box }: { readonly box: MarkBox }) {
  const { x, y, radius } = box;
  const diamond = (r: number): string => `M${x} ${y - r} l${r} ${r} l${-r} ${r} l${-r} ${-r} Z`;
  return (
    <>
      <path
        className="timeline-shape"
        d={diamond(radius + 1)}
        fill={toneColor(box.tone)}
        stroke="var(--surface)"
        strokeWidth={1}
      />
      <path className="timeline-focus-ring" d={diamond(radius + 4)} />
    </>
  );
}

/** The box in one sentence, for those who hear it. */
function spoken(box: Box, zone: Zone): string {
  if (box.kind === 'mark') return `${box.label}, at ${formatTime(box.atMs, zone)}`;
  const detail = box.detail === undefined ? '' : `, ${box.detail}`;
  const length = formatDuration(box.endMs - box.startMs);
  const until = box.open ? 'still going on' : `until ${formatTime(box.endMs, zone)}`;
  return `${box.label}, ${length}, from ${formatTime(box.startMs, zone)} ${until}${detail}`;
}
