// Patterns -> the rows of `pattern … | anomaly` (reference logs-insights-ql 3.12).

import type { CellValue, StatementColumn } from '../../engine/statement.ts';
import { type Anomaly, anomaliesOf, trafficOf } from './anomaly.ts';
import type { Pattern, Severity } from './pattern.ts';
import { patternColumns, rowsOf } from './pattern-rows.ts';

/**
 * AWS: "preserves all fields from the input data and adds anomaly detection results".
 * Inferred: the names and contents of the added columns. Experimental.
 */
export const anomalyColumns: readonly StatementColumn[] = [
  ...patternColumns,
  { name: '@isAnomaly', kind: 'boolean' },
  { name: '@anomalyType', kind: 'text' },
  { name: '@anomalyPriority', kind: 'text' },
  { name: '@anomalyDescription', kind: 'text' },
];

/** The rows of `pattern`, in its order, with what is unusual about each; the last three cells are absent where nothing is. */
export function anomalyRows(patterns: readonly Pattern[]): CellValue[][] {
  const current = patterns.filter(({ count }) => count > 0);
  const traffic = trafficOf(current);
  const rows = rowsOf(current, current);
  return current.map((pattern, index) => [
    ...(rows[index] ?? []),
    ...anomalyCells(anomaliesOf(pattern, traffic), pattern.severity),
  ]);
}

/** The strongest anomalies are described. */
const descriptionsMax = 3;

function anomalyCells(anomalies: readonly Anomaly[], severity: Severity): CellValue[] {
  if (anomalies.length === 0) return [false, null, null, null];
  return [
    true,
    [...new Set(anomalies.map(({ type }) => type))].join(', '),
    priority(Math.max(...anomalies.map(({ strength }) => strength)), severity),
    anomalies
      .toSorted((a, b) => b.strength - a.strength)
      .slice(0, descriptionsMax)
      .map(({ description }) => description)
      .join('; '),
  ];
}

/** AWS: "based on both the severity level of the pattern and the amount of deviation from expected values". Inferred: the bounds. */
function priority(strength: number, severity: Severity): 'HIGH' | 'MEDIUM' | 'LOW' {
  const weight = strength * { ERROR: 4, WARN: 2, INFO: 1 }[severity];
  if (weight >= 8) return 'HIGH';
  return weight >= 3 ? 'MEDIUM' : 'LOW';
}
