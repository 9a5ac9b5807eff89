// Log groups by their ARN, wherever AWS takes one in place of a name.

/**
 * The name in a name or ARN. Grafana trims the star of `…:*` and leaves the colon, so all of `…:NAME`, `…:NAME:` and `…:NAME:*`
 * are read. Differs: account and Region in the ARN are not compared with ours, so that saved queries of a real account run here
 * unchanged.
 */
export function nameInArn(identifier: string): string {
  const arn = /^arn:[^:]+:logs:[^:]*:[^:]*:log-group:([^:]+)(:\*?)?$/.exec(identifier);
  return arn?.[1] ?? identifier;
}
