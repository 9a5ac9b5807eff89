// Statements as the JSON of an IAM policy.

import { type Json, join, type Statement } from './description.ts';

const version = '2012-10-17';

export function policyDocument(statements: readonly Statement[]): Json {
  return { Version: version, Statement: statements.map(statementJson) };
}

export function statementJson({ sid, principal, actions, resources, conditions }: Statement): Json {
  return {
    Sid: sid,
    Effect: 'Allow',
    ...(principal === undefined ? {} : { Principal: principalJson(principal) }),
    Action: oneOrMany(actions),
    ...(resources === undefined ? {} : { Resource: oneOrMany(resources) }),
    ...(conditions === undefined ? {} : { Condition: conditions }),
  };
}

function principalJson(principal: NonNullable<Statement['principal']>): Json {
  if ('service' in principal) return { Service: principal.service };
  if ('everybody' in principal) return '*';
  return {
    AWS: oneOrMany(
      principal.accounts.map((id) => join('arn:', { kind: 'place', what: 'partition' }, `:iam::${id}:root`)),
    ),
  };
}

const oneOrMany = (values: readonly Json[]): Json => (values.length === 1 ? (values[0] ?? []) : values);
