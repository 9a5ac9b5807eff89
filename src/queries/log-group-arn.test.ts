import { expect, it } from 'vitest';
import { nameInArn } from './log-group-arn.ts';

it.each([
  ['arn:aws:logs:us-east-1:123456789012:log-group:/aws/x', '/aws/x'],
  ['arn:aws:logs:us-east-1:123456789012:log-group:/aws/x:*', '/aws/x'],
  ['arn:aws-cn:logs:cn-north-1::log-group:x:', 'x'],
  ['/aws/x', '/aws/x'],
  ['arn:aws:s3:::bucket', 'arn:aws:s3:::bucket'],
  ['arn:aws:logs:us-east-1:1:log-group:x:log-stream:y', 'arn:aws:logs:us-east-1:1:log-group:x:log-stream:y'],
])('%s', (identifier, name) => {
  expect(nameInArn(identifier)).toBe(name);
});
