// What each benchmark query is measured against: SQL written by hand on the same tables, DuckDB over the NDJSON file, and jq.
// The rivals are written as an expert would, each reading only what it needs.

import { quoteIdentifier } from '../src/engine/quote-identifier.ts';
import type { Statement } from '../src/engine/statement.ts';
import type { GroupSchema } from '../src/store/schema.ts';
import type { ScenarioSubjects } from './scenarios.ts';

export const statement = (text: string): Statement => ({ text, parameters: [], constants: {}, columns: [] });
const text = (value: string): string => `'${value.replaceAll("'", "''")}'`;

/** The events of all groups with these fields, for FROM. */
export function fromAll(groups: readonly GroupSchema[], fields: readonly string[], where: string): string {
  return `(${events(groups, fields, where)})`;
}

/** Every field of any group. */
export function fieldNamesOf(groups: readonly GroupSchema[]): readonly string[] {
  return [...new Set(groups.flatMap((group) => [...group.fields.keys()]))];
}

/** `SELECT fields FROM each group` as one relation; fields that a group lacks are null. */
function events(groups: readonly GroupSchema[], fields: readonly string[], where = 'TRUE'): string {
  return groups
    .map((group) => {
      const columns = fields.map((field) => {
        if (field.startsWith('@')) return quoteIdentifier(field);
        const column = group.fields.get(field);
        return `${column === undefined ? 'NULL::VARCHAR' : quoteIdentifier(column)} AS ${quoteIdentifier(field)}`;
      });
      return `SELECT ${columns.join(', ')} FROM ${quoteIdentifier(group.table)} WHERE ${where}`;
    })
    .join(' UNION ALL ');
}

/** One statement per benchmark query id, on Shiplog's own tables. */
export function handWritten(
  groups: readonly GroupSchema[],
  subjects: ScenarioSubjects,
): Readonly<Record<string, Statement>> {
  const from = (...fields: string[]): string => `FROM (${events(groups, fields)})`;
  const newest = (count: number): string => `ORDER BY "@timestamp" DESC LIMIT ${count}`;
  return {
    S1: statement(
      `SELECT "time", "detail-type", "detail.lastStatus", "detail.desiredStatus", "detail.stopCode", "detail.stoppedReason" ${from('@timestamp', 'time', 'detail-type', 'detail.lastStatus', 'detail.desiredStatus', 'detail.stopCode', 'detail.stoppedReason', 'detail.containers.0.taskArn')} WHERE "detail.containers.0.taskArn" = ${text(subjects.taskArn)} ${newest(10)}`,
    ),
    S2: statement(
      `SELECT "detail.stoppingAt", "detail.stoppedReason", "detail.taskArn" ${from('@timestamp', 'detail-type', 'detail.desiredStatus', 'detail.group', 'detail.stoppingAt', 'detail.stoppedReason', 'detail.taskArn')} WHERE "detail-type" = 'ECS Task State Change' AND "detail.desiredStatus" = 'STOPPED' AND "detail.group" = ${text(`service:${subjects.service}`)} AND NOT contains("detail.stoppedReason", 'Scaling activity initiated by') ${newest(200)}`,
    ),
    S3: statement(
      `SELECT "@timestamp", "detail.attachments.1.details.1.value", "detail.attachments.1.status", "detail.lastStatus", regexp_extract("@message", ':task/([^/]*)/([^"]*)"', 2), regexp_extract("@message", ':cluster/([^"]*)"', 1), regexp_extract("@message", '"service:([^"]*)"', 1) ${from('@timestamp', '@message', 'detail.attachments.1.details.1.value', 'detail.attachments.1.status', 'detail.lastStatus')} WHERE "detail.attachments.1.details.1.value" = ${text(subjects.eniId)} ${newest(10_000)}`,
    ),
    S4: statement(
      `SELECT "resources.0", "detail.eventName", count("detail.eventName") AS n ${from('@message', 'detail-type', 'resources.0', 'detail.eventName')} WHERE "detail-type" = 'ECS Service Action' AND contains("@message", 'WARN') GROUP BY ALL ORDER BY n DESC LIMIT 20`,
    ),
    S5: statement(
      `SELECT "@timestamp", "resources.0", "detail-type", "detail.reason", "@message" ${from('@timestamp', '@message', 'resources.0', 'detail-type', 'detail.reason', 'detail.eventType')} WHERE "detail.eventType" = 'ERROR' ${newest(100)}`,
    ),
    S6: statement(
      `SELECT "time", "detail.reason", "detail.deploymentId", "detail.eventType", "detail.eventName", "detail-type" ${from('@timestamp', 'time', 'resources.0', 'detail.reason', 'detail.deploymentId', 'detail.eventType', 'detail.eventName', 'detail-type')} WHERE "resources.0" = ${text(subjects.serviceArn)} ${newest(10)}`,
    ),
    S7: statement(
      `SELECT "@timestamp", "detail.agentUpdateStatus", "detail.containerInstanceArn", "detail.versionInfo.agentVersion" ${from('@timestamp', 'detail-type', 'detail.agentUpdateStatus', 'detail.containerInstanceArn', 'detail.versionInfo.agentVersion')} WHERE "detail-type" = 'ECS Container Instance State Change' ${newest(200)}`,
    ),
    bin: statement(
      `SELECT CAST("@timestamp" AS BIGINT) // 3600000 * 3600000 AS hour, "detail-type", count(*) ${from('@timestamp', 'detail-type')} GROUP BY ALL ORDER BY hour`,
    ),
  };
}

/**
 * DuckDB without a store: each query reads the NDJSON file, either with the schema that DuckDB detects (from all of the file: its
 * usual sample misses rare fields, and then the query fails) or with a schema written by hand of just the fields it needs.
 */
export function overNdjson(
  file: string,
  subjects: ScenarioSubjects,
  schema: 'detected' | 'by hand',
): Readonly<Record<string, string>> {
  const read = (columns: string): string =>
    schema === 'detected'
      ? `FROM read_json(${text(file)}, format = 'newline_delimited', sample_size = -1)`
      : `FROM read_json(${text(file)}, format = 'newline_delimited', columns = {${columns}})`;
  const raw = `FROM read_ndjson_objects(${text(file)})`;
  const detail = (fields: string): string => `detail: 'STRUCT(${fields})'`;
  const type = `"detail-type": 'VARCHAR'`;
  const resources = `resources: 'VARCHAR[]'`;
  return {
    S1: `SELECT time, "detail-type", detail.lastStatus, detail.desiredStatus, detail.stopCode, detail.stoppedReason ${read(`time: 'VARCHAR', ${type}, ${detail('lastStatus VARCHAR, desiredStatus VARCHAR, stopCode VARCHAR, stoppedReason VARCHAR, containers STRUCT(taskArn VARCHAR)[]')}`)} WHERE detail.containers[1].taskArn = ${text(subjects.taskArn)} ORDER BY time DESC LIMIT 10`,
    S2: `SELECT detail.stoppingAt, detail.stoppedReason, detail.taskArn ${read(`time: 'VARCHAR', ${type}, ${detail('stoppingAt VARCHAR, stoppedReason VARCHAR, taskArn VARCHAR, desiredStatus VARCHAR, "group" VARCHAR')}`)} WHERE "detail-type" = 'ECS Task State Change' AND detail.desiredStatus = 'STOPPED' AND detail."group" = ${text(`service:${subjects.service}`)} AND NOT contains(detail.stoppedReason, 'Scaling activity initiated by') ORDER BY time DESC LIMIT 200`,
    S3: `SELECT time, detail.attachments[2].status, detail.lastStatus, detail.taskArn, detail."group" ${read(`time: 'VARCHAR', ${detail('lastStatus VARCHAR, taskArn VARCHAR, "group" VARCHAR, attachments STRUCT(status VARCHAR, details STRUCT("value" VARCHAR)[])[]')}`)} WHERE detail.attachments[2].details[2]."value" = ${text(subjects.eniId)} ORDER BY time DESC`,
    S4: `SELECT json->>'$.resources[0]', json->>'$.detail.eventName', count(*) AS n ${raw} WHERE json->>'$."detail-type"' = 'ECS Service Action' AND contains(CAST(json AS VARCHAR), 'WARN') GROUP BY ALL ORDER BY n DESC LIMIT 20`,
    S5: `SELECT json->>'$.time', json->>'$.resources[0]', json->>'$."detail-type"', json->>'$.detail.reason', json ${raw} WHERE json->>'$.detail.eventType' = 'ERROR' ORDER BY 1 DESC LIMIT 100`,
    S6: `SELECT time, detail.reason, detail.deploymentId, detail.eventType, detail.eventName, "detail-type" ${read(`time: 'VARCHAR', ${type}, ${resources}, ${detail('reason VARCHAR, deploymentId VARCHAR, eventType VARCHAR, eventName VARCHAR')}`)} WHERE resources[1] = ${text(subjects.serviceArn)} ORDER BY time DESC LIMIT 10`,
    S7: `SELECT time, detail.agentUpdateStatus, detail.containerInstanceArn, detail.versionInfo.agentVersion ${read(`time: 'VARCHAR', ${type}, ${detail('agentUpdateStatus VARCHAR, containerInstanceArn VARCHAR, versionInfo STRUCT(agentVersion VARCHAR)')}`)} WHERE "detail-type" = 'ECS Container Instance State Change' ORDER BY time DESC LIMIT 200`,
    bin: `SELECT time_bucket(INTERVAL 1 HOUR, CAST(time AS TIMESTAMP)) AS hour, "detail-type", count(*) ${read(`time: 'VARCHAR', ${type}`)} GROUP BY ALL ORDER BY hour`,
  };
}

/** jq programs that select the same events; run on a sample of the file. */
export function withJq(subjects: ScenarioSubjects): Readonly<Record<string, string>> {
  const json = JSON.stringify;
  return {
    S1: `select(.detail.containers[0].taskArn == ${json(subjects.taskArn)}) | [.time, .detail.lastStatus, .detail.stopCode]`,
    S2: `select(."detail-type" == "ECS Task State Change" and .detail.desiredStatus == "STOPPED" and .detail.group == ${json(`service:${subjects.service}`)}) | [.detail.stoppingAt, .detail.stoppedReason]`,
    S3: `select(.detail.attachments[1]?.details[1]?.value == ${json(subjects.eniId)}) | [.time, .detail.taskArn]`,
    S4: `select(."detail-type" == "ECS Service Action" and .detail.eventType == "WARN") | [.resources[0], .detail.eventName]`,
    S5: `select(.detail.eventType == "ERROR") | [.time, .resources[0], .detail.reason]`,
    S6: `select(.resources[0] == ${json(subjects.serviceArn)}) | [.time, .detail.reason]`,
    S7: `select(."detail-type" == "ECS Container Instance State Change") | [.time, .detail.versionInfo.agentVersion]`,
    bin: `[.time[0:13], ."detail-type"]`,
  };
}
