// Reading Amazon Resource Names of ECS, in the long format and in the one from before 2021 that hides the cluster
// (ecs-events reference 1.5). Works for every partition. No regular expressions: this runs for every event on its way in.

/** `arn:aws:ecs:eu-west-1:1:service/prod/web` -> kind `service`, parts `['prod', 'web']`. */
export interface EcsResource {
  readonly kind: string;
  readonly parts: readonly string[];
  /** `arn:PARTITION:ecs:REGION:ACCOUNT`, to build ARNs of neighbours from. */
  readonly prefix: string;
}

/** Null when the text is not the ARN of an ECS resource. */
export function ecsResource(arn: string | undefined): EcsResource | null {
  if (arn === undefined || !arn.startsWith('arn:')) return null;
  const service = arn.indexOf(':', 4);
  if (service === -1 || !arn.startsWith('ecs:', service + 1)) return null;
  const region = arn.indexOf(':', service + 5);
  const account = region === -1 ? -1 : arn.indexOf(':', region + 1);
  if (account === -1) return null;
  const slash = arn.indexOf('/', account);
  if (slash === -1) return null;
  return {
    kind: arn.slice(account + 1, slash),
    parts: arn.slice(slash + 1).split('/'),
    prefix: arn.slice(0, account),
  };
}

/** Kinds whose long ARN is `…:KIND/CLUSTER/…`. Task definitions and capacity providers belong to no cluster. */
const clusterKinds: ReadonlySet<string> = new Set([
  'task',
  'service',
  'container-instance',
  'container',
  'task-set',
  'service-deployment',
  'service-revision',
  'daemon',
  'daemon-revision',
  'daemon-deployment',
]);

/** Name of the cluster that an ARN tells, or undefined: short ARNs do not tell it. */
export function clusterOfArn(arn: string | undefined): string | undefined {
  const resource = ecsResource(arn);
  if (resource === null) return undefined;
  if (resource.kind === 'cluster') return resource.parts[0];
  return resource.parts.length > 1 && clusterKinds.has(resource.kind) ? resource.parts[0] : undefined;
}

/** What stands after the last slash: a task id, a service name, `family:revision`. A text without slash is returned whole. */
export function lastSegment(arn: string): string {
  return arn.slice(arn.lastIndexOf('/') + 1);
}

/** Name of the service that a service or service-deployment ARN is about. */
export function serviceOfArn(arn: string | undefined): string | undefined {
  const resource = ecsResource(arn);
  if (resource === null) return undefined;
  if (resource.kind === 'service') return resource.parts.at(-1);
  return resource.kind === 'service-deployment' && resource.parts.length === 3
    ? resource.parts[1]
    : undefined;
}

/** The long ARN of a service beside an ARN of the same account and Region, e.g. of its cluster. */
export function serviceArnBeside(neighbourArn: string, cluster: string, service: string): string | undefined {
  const neighbour = ecsResource(neighbourArn);
  return neighbour === null ? undefined : `${neighbour.prefix}:service/${cluster}/${service}`;
}

const longServicePattern = /^(arn:[^/]*:service)\/[^/]+\/([^/]+)$/;

/**
 * The long form of a short service ARN: the one known long ARN of the same account, Region and service name. The ARN itself
 * when it is long already, or when none or several fit.
 */
export function longServiceArn(arn: string, knownArns: Iterable<string>): string {
  if (!arn.startsWith('arn:') || longServicePattern.test(arn)) return arn;
  const fitting = new Set<string>();
  for (const known of knownArns) {
    const match = longServicePattern.exec(known);
    if (match !== null && `${match[1]}/${match[2]}` === arn) fitting.add(known);
  }
  const [only] = fitting;
  return fitting.size === 1 && only !== undefined ? only : arn;
}
