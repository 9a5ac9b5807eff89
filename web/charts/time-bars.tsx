// Counts over time as stacked bars with a legend; hovering a bucket tells its numbers.

import { useMemo, useState } from 'react';
import type { TimeRange } from '../../src/investigations/investigation.ts';
import { counted, formatCount } from '../format/quantities.ts';
import { formatTime, type Zone } from '../format/time.ts';
import { usePreferences } from '../shell/use-preferences.tsx';
import './time-bars.css';
import { ChartTooltip } from './chart-tooltip.tsx';
import { type Series, type Stack, type StackedBars, stackBars } from './stacked-bars.ts';
import { TimeGrid } from './time-grid.tsx';
import { useWidth } from './use-width.ts';

interface Props {
  readonly title: string;
  readonly series: readonly Series[];
  readonly bucketMs: number;
  readonly range: TimeRange;
  readonly height: number;
}

export function TimeBars({ title, series, bucketMs, range, height }: Props) {
  const { zone } = usePreferences();
  const [container, width] = useWidth<HTMLDivElement>();
  const [hovered, setHovered] = useState<number | null>(null);
  const bars = useMemo(
    () => stackBars(series, bucketMs, range, { width, height }, zone),
    [series, bucketMs, range, width, height, zone],
  );
  const stack = hovered === null ? undefined : bars.stacks[hovered];
  const total = bars.stacks.reduce((sum, one) => sum + one.total, 0);
  return (
    <div className="time-bars" ref={container}>
      {width > 0 && (
        <svg width={width} height={height} role="img" aria-label={`${title}: ${counted(total, 'event')}`}>
          <CountGrid bars={bars} />
          <TimeGrid axis={bars.axis} top={bars.bottom} bottom={bars.bottom + 4} labelY={height - 6} />
          {bars.stacks.map((one, at) => (
            <StackShape
              key={one.startMs}
              stack={one}
              bottom={bars.bottom}
              hovered={at === hovered}
              onHover={(over) => setHovered(over ? at : null)}
            />
          ))}
        </svg>
      )}
      {stack && (
        <ChartTooltip x={stack.x + stack.width / 2} y={height / 3} width={width}>
          <StackNumbers stack={stack} series={series} bucketMs={bucketMs} zone={zone} />
        </ChartTooltip>
      )}
      {series.length > 1 && <Legend series={series} />}
    </div>
  );
}

function CountGrid({ bars: { axis, countTicks } }: { readonly bars: StackedBars }) {
  return countTicks.map(({ y, label }) => (
    <g key={y}>
      <line x1={axis.left} x2={axis.right} y1={y} y2={y} stroke="var(--chart-grid)" />
      <text className="chart-text number" x={axis.left - 8} y={y} textAnchor="end" dominantBaseline="central">
        {label}
      </text>
    </g>
  ));
}

interface StackProps {
  readonly stack: Stack;
  readonly bottom: number;
  readonly hovered: boolean;
  readonly onHover: (over: boolean) => void;
}

function StackShape({ stack, bottom, hovered, onHover }: StackProps) {
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hovering only adds numbers that the table below has too
    <g onMouseEnter={() => onHover(true)} onMouseLeave={() => onHover(false)}>
      <rect
        x={stack.x}
        y={0}
        width={stack.width + 1}
        height={bottom}
        fill={hovered ? 'var(--surface-hover)' : 'transparent'}
      />
      {stack.parts.map(({ color, y, height }) => (
        <rect key={y} x={stack.x} y={y} width={stack.width} height={height} fill={color} />
      ))}
    </g>
  );
}

interface NumbersProps {
  readonly stack: Stack;
  readonly series: readonly Series[];
  readonly bucketMs: number;
  readonly zone: Zone;
}

function StackNumbers({ stack, series, bucketMs, zone }: NumbersProps) {
  const present = series.filter(({ counts }) => (counts.get(stack.startMs) ?? 0) > 0);
  return (
    <>
      <strong className="number">{counted(stack.total, 'event')}</strong>
      <div className="number">
        {formatTime(stack.startMs, zone)} – {formatTime(stack.startMs + bucketMs, zone).slice(11)}
      </div>
      {series.length > 1 &&
        present.toReversed().map(({ name, color, counts }) => (
          <div key={name} className="time-bars-number">
            <span className="time-bars-swatch" style={{ background: color }} />
            <span>{name}</span>
            <span className="number">{formatCount(counts.get(stack.startMs) ?? 0)}</span>
          </div>
        ))}
    </>
  );
}

function Legend({ series }: { readonly series: readonly Series[] }) {
  return (
    <ul className="time-bars-legend">
      {series.map(({ name, color }) => (
        <li key={name}>
          <span className="time-bars-swatch" style={{ background: color }} />
          {name}
        </li>
      ))}
    </ul>
  );
}
