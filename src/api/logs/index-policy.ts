// The policy document of PutIndexPolicy, read by AWS's rules, and how a policy is shown.
// https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CloudWatchLogs-Field-Indexing-Syntax.html

import { z } from 'zod';
import { indexedFieldCharsMax, indexedFieldsMax } from '../../limits.ts';
import type { FieldIndex, IndexPolicy } from '../../store/group-settings.ts';
import type { ApiContext } from '../context.ts';
import { ServiceError } from '../errors.ts';
import { logGroupArn, record } from './members.ts';

const shape = z.strictObject({
  Fields: z.array(z.string()).default([]),
  FieldsV2: record(z.strictObject({ type: z.enum(['FIELD_INDEX', 'FACET']) })).default({}),
});

/** Fields that AWS makes itself and lets be indexed; those of events that begin with `@` are written with one more. */
const generatedFields = new Set([
  '@logStream',
  '@ingestionTime',
  '@requestId',
  '@type',
  '@initDuration',
  '@duration',
  '@billedDuration',
  '@memorySize',
  '@maxMemoryUsed',
  '@xrayTraceId',
  '@xraySegmentId',
]);

/** The fields of a document, without times. Inferred: AWS's texts are not known, so ours say what is wrong. */
export function fieldsOfPolicy(document: string): readonly Pick<FieldIndex, 'field' | 'type'>[] {
  const { Fields, FieldsV2 } = parse(document);
  const fields = [
    ...Fields.map((field) => ({ field, type: 'FIELD_INDEX' as const })),
    ...Object.entries(FieldsV2).map(([field, { type }]) => ({ field, type })),
  ];
  const names = fields.map(({ field }) => field);
  const twice = names.find((field, at) => names.indexOf(field) !== at);
  refuse(fields.length === 0, 'must have at least one field in Fields or FieldsV2');
  refuse(fields.length > indexedFieldsMax, `must have no more than ${indexedFieldsMax} fields`);
  refuse(twice !== undefined, `must name each field once, in Fields or in FieldsV2: '${twice}'`);
  for (const field of names) checkField(field);
  return fields;
}

function parse(document: string): z.output<typeof shape> {
  let json: unknown;
  try {
    json = JSON.parse(document);
  } catch {
    throw invalid('must be a JSON object such as {"Fields": ["requestId"]}');
  }
  const parsed = shape.safeParse(json);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw invalid(`${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'cannot be read'}`);
}

function checkField(field: string): void {
  const fits = field.length >= 1 && field.length <= indexedFieldCharsMax;
  refuse(!fits, `must have names of 1 to ${indexedFieldCharsMax} characters: '${field}'`);
  const generated = field.startsWith('@') && !field.startsWith('@@');
  const hint = `a field of the events that begins with @ is written @${field}`;
  refuse(
    generated && !generatedFields.has(field),
    `has the field '${field}', which cannot be indexed; ${hint}`,
  );
}

function refuse(wrong: boolean, what: string): void {
  if (wrong) throw invalid(what);
}

const invalid = (what: string): ServiceError =>
  new ServiceError('InvalidParameterException', `The policyDocument ${what}`);

export function encodePolicy(logGroup: string, policy: IndexPolicy, context: ApiContext): object {
  return {
    logGroupIdentifier: logGroupArn(logGroup, context),
    lastUpdateTime: policy.updatedMs,
    policyDocument: policy.document,
    source: 'LOG_GROUP',
  };
}
