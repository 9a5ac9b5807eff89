// The shape of the catalogue: what one known reason, code or event name means and what to check.
// Wording follows the ECS Developer Guide and ecs-events reference 5, 12 and 13; `page` is the Developer Guide's page name.

/** What a stop or fault is about. `routine` is normal operation, never a fault. */
export type ReasonClass =
  | 'application'
  | 'health'
  | 'image'
  | 'configuration'
  | 'secrets'
  | 'network'
  | 'capacity'
  | 'infrastructure'
  | 'operator'
  | 'routine'
  | 'unknown';

export interface ReasonEntry {
  /** kebab-case, stable: findings and tests name it. */
  readonly id: string;
  readonly class: ReasonClass;
  /** A few words for a table cell. */
  readonly title: string;
  /** Lower-case; the entry fits a text that holds at least one fragment of every list. None: it is found in other ways. */
  readonly fragments: readonly (readonly string[])[];
  /** What it means, one sentence. */
  readonly cause: string;
  /** What to do, most likely help first. */
  readonly check: readonly string[];
  /** Page of the ECS Developer Guide (last path component), or of another named AWS source. */
  readonly page: string;
  /** True when the text says only that something stopped: container reasons and exit codes then tell more. */
  readonly generic?: true;
}
