// Where a statement reads events: the tables of its log groups as one relation, with just the fields that the query names.

import type { PlanExpr, Step } from '../plan/plan.ts';
import { operands, stepExpressions } from '../plan/plan.ts';
import { addressName, bytesName, groupName, type SqlContext, sequenceName } from './context.ts';
import type { Source, SourceGroup } from './event-source.ts';

/** System fields that are columns of every table. */
const systemFields = ['@timestamp', '@ingestionTime', '@logStream', '@message'];
/** System fields that are no columns but made of the group and the sequence. */
export const computedFields: ReadonlySet<string> = new Set(['@log', '@ptr']);

/** Names of the event fields that steps and outputs read. */
export function fieldNames(steps: readonly Step[], outputs: readonly PlanExpr[]): readonly string[] {
  const names = new Set(['@timestamp']);
  const visit = (expr: PlanExpr): void => {
    if (expr.op === 'field') names.add(expr.name);
    operands(expr).forEach(visit);
  };
  steps.flatMap(stepExpressions).forEach(visit);
  outputs.forEach(visit);
  return [...names];
}

/**
 * Names inside the statement: the field's own, made unique where two differ only by case (DuckDB ignores case) or where it looks
 * like one that the statement makes: a letter and a number, such as c1 for a computed column, r1 for a record, o1 for an output.
 */
export function fieldAliases(names: readonly string[]): ReadonlyMap<string, string> {
  const taken = new Set<string>([sequenceName, groupName, bytesName, addressName]);
  const isFree = (alias: string): boolean =>
    !taken.has(alias.toLowerCase()) && !/^[a-z]\d+(_\d+)?$/i.test(alias);
  return new Map(
    names.map((name) => {
      let alias = name;
      for (let copy = 2; !isFree(alias); copy++) alias = `${name}#${copy}`;
      taken.add(alias.toLowerCase());
      return [name, alias];
    }),
  );
}

/** Every discovered field that a group of the source has. */
export function fieldsOf({ groups }: Source): readonly string[] {
  return [...new Set(groups.flatMap((group) => [...group.fields.keys()]))];
}

/** The events of all groups in the time range, with just the fields that the query names. */
export function sourceSql(
  names: readonly string[],
  aliases: ReadonlyMap<string, string>,
  source: Source,
  context: SqlContext,
): string {
  const { dialect } = context;
  const start = context.parameter(BigInt(Math.floor(source.startMs)), 'integer');
  const end = context.parameter(BigInt(Math.floor(source.endMs)), 'integer');
  const time = dialect.identifier('@timestamp');
  const alias = (name: string): string => dialect.identifier(aliases.get(name) ?? name);
  const [sequence, bytes, group, address] = [sequenceName, bytesName, groupName, addressName].map((name) =>
    dialect.identifier(name),
  );
  const selects = source.groups.map((each) => {
    const fields = names.map(
      (name) => `${fieldSql(name, each, source.accountId, context)} AS ${alias(name)}`,
    );
    const columns = [
      ...fields,
      sequence,
      bytes,
      `${dialect.rowAddress} AS ${address}`,
      `${each.groupId} AS ${group}`,
    ];
    return `SELECT ${columns.join(', ')} FROM ${dialect.identifier(each.table)} WHERE ${time} BETWEEN ${start} AND ${end}${ingestedFrom(each, context)}`;
  });
  if (selects.length > 0) return selects.join('\nUNION ALL\n');
  const integer = dialect.nullOf('integer');
  const columns = [
    ...names.map((name) => `${dialect.nullOf(name === '@timestamp' ? 'integer' : 'text')} AS ${alias(name)}`),
    ...[sequence, bytes, address, group].map((name) => `${integer} AS ${name}`),
  ];
  return `SELECT ${columns.join(', ')} WHERE ${start} > ${end} AND FALSE`;
}

function ingestedFrom({ ingestedFromMs = 0 }: SourceGroup, context: SqlContext): string {
  if (ingestedFromMs === 0) return '';
  const from = context.parameter(BigInt(ingestedFromMs), 'integer');
  return ` AND ${context.dialect.identifier('@ingestionTime')} >= ${from}`;
}

function fieldSql(name: string, group: SourceGroup, accountId: string, context: SqlContext): string {
  const { dialect } = context;
  if (name === '@timestamp') return dialect.storedTimestamp(dialect.identifier(name));
  if (systemFields.includes(name)) return dialect.identifier(name);
  if (name === '@log') return context.parameter(`${accountId}:${group.name}`, 'text');
  if (name === '@ptr') return `'${group.groupId}:' || CAST(${dialect.identifier(sequenceName)} AS VARCHAR)`;
  const column = group.fields.get(name);
  return column === undefined ? dialect.nullOf('text') : dialect.identifier(column);
}

/**
 * Fields of just those events that the table `chosen` names by group and address. Engines skip the blocks of all other events,
 * so that wide columns such as @message are read for the rows that are shown and for no others.
 */
export function lateFieldsSql(
  names: readonly string[],
  aliases: ReadonlyMap<string, string>,
  chosen: string,
  source: Source,
  context: SqlContext,
): string {
  const { dialect } = context;
  const [address, group] = [addressName, groupName].map((name) => dialect.identifier(name));
  const selects = source.groups.map((each) => {
    const fields = names.map(
      (name) =>
        `${fieldSql(name, each, source.accountId, context)} AS ${dialect.identifier(aliases.get(name) ?? name)}`,
    );
    return `SELECT ${fields.join(', ')}, ${dialect.rowAddress} AS ${address}, ${each.groupId} AS ${group} FROM ${dialect.identifier(each.table)} WHERE ${dialect.rowAddress} IN (SELECT ${address} FROM ${chosen} WHERE ${group} = ${each.groupId})`;
  });
  return selects.join('\nUNION ALL\n');
}
