// Tags by ARN and by the name of a log group.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestServer, type TestServer } from '../../../test/e2e/api-fixture.ts';

let test: TestServer;
const arn = (resource: string): string => `arn:aws:logs:us-east-1:000000000000:${resource}`;
const tagsOf = async (resourceArn: string) =>
  (await test.aws('ListTagsForResource', { resourceArn })).body.tags;

beforeAll(async () => {
  test = await openTestServer();
  await test.aws('CreateLogGroup', { logGroupName: '/app', tags: { team: 'a', '': 'x' } });
  await test.aws('CreateLogGroup', { logGroupName: '/app', tags: { team: 'a', 'cost center': 'Größe 1' } });
  await test.aws('CreateLookupTable', { lookupTableName: 'teams', tableBody: 'a,b\n1,2\n' });
});
afterAll(() => test.close());

describe('tags', () => {
  it('are added, replaced, listed and removed by ARN', async () => {
    const resourceArn = arn('log-group:/app');
    expect(await tagsOf(resourceArn)).toEqual({ team: 'a', 'cost center': 'Größe 1' });
    const tagged = await test.aws('TagResource', { resourceArn, tags: { team: 'b', empty: '' } });
    expect([tagged.status, tagged.body]).toEqual([200, {}]);
    expect(await tagsOf(resourceArn)).toEqual({ team: 'b', 'cost center': 'Größe 1', empty: '' });
    const untagged = await test.aws('UntagResource', { resourceArn, tagKeys: ['team', 'no such'] });
    expect(untagged.body).toEqual({});
    expect(await tagsOf(resourceArn)).toEqual({ 'cost center': 'Größe 1', empty: '' });
  });

  it('are those of the older operations too', async () => {
    expect((await test.aws('TagLogGroup', { logGroupName: '/app', tags: { old: '1' } })).body).toEqual({});
    const { body } = await test.aws('ListTagsLogGroup', { logGroupName: '/app' });
    expect(body.tags).toEqual(await tagsOf(arn('log-group:/app')));
    await test.aws('UntagLogGroup', { logGroupName: '/app', tags: ['old', 'empty'] });
    expect(await tagsOf(arn('log-group:/app'))).toEqual({ 'cost center': 'Größe 1' });
    for (const action of ['TagLogGroup', 'UntagLogGroup', 'ListTagsLogGroup']) {
      const tags = action === 'TagLogGroup' ? { a: 'b' } : ['a'];
      expect((await test.aws(action, { logGroupName: '/nope', tags })).body).toEqual({
        __type: 'ResourceNotFoundException',
        message: 'The specified log group does not exist.',
      });
    }
  });

  it('are had by lookup tables', async () => {
    const resourceArn = arn('lookup-table:teams');
    expect(await tagsOf(resourceArn)).toEqual({});
    await test.aws('TagResource', { resourceArn, tags: { a: '1' } });
    expect(await tagsOf(resourceArn)).toEqual({ a: '1' });
  });

  it.each(['log-group:/nope', 'lookup-table:nope', 'scheduled-query:nope', 'destination:d', 'delivery:x'])(
    'are not had by %s',
    async (resource) => {
      const resourceArn = arn(resource);
      for (const action of ['TagResource', 'UntagResource', 'ListTagsForResource']) {
        const { status, body } = await test.aws(action, { resourceArn, tags: { a: 'b' }, tagKeys: ['a'] });
        expect([status, body.__type]).toEqual([400, 'ResourceNotFoundException']);
      }
    },
  );

  it.each([
    ['no ARN', { resourceArn: '/app', tags: { a: 'b' } }],
    ['an ARN with a star', { resourceArn: arn('log-group:/app:*'), tags: { a: 'b' } }],
    ['a key of AWS', { resourceArn: arn('log-group:/app'), tags: { 'aws:x': '' } }],
    ['a long key', { resourceArn: arn('log-group:/app'), tags: { ['k'.repeat(129)]: '' } }],
    ['a key that would be lost', { resourceArn: arn('log-group:/app'), tags: { ['__proto__']: 'x' } }],
    ['no tags', { resourceArn: arn('log-group:/app') }],
    ['a wrong value', { resourceArn: arn('log-group:/app'), tags: { a: 'b;c' } }],
  ])('are refused for %s', async (_, input) => {
    const { status, body } = await test.aws('TagResource', input);
    expect([status, body.__type]).toEqual([400, 'InvalidParameterException']);
  });

  it('are 50 at most', async () => {
    const tags = Object.fromEntries(Array.from({ length: 49 }, (_, i) => [`k${i}`, '']));
    const resourceArn = arn('log-group:/app');
    expect((await test.aws('TagResource', { resourceArn, tags })).status).toBe(200);
    const { status, body } = await test.aws('TagResource', { resourceArn, tags: { more: '' } });
    expect([status, body]).toEqual([
      400,
      {
        __type: 'TooManyTagsException',
        message: 'A resource can have no more than 50 tags',
        resourceName: resourceArn,
      },
    ]);
    const old = await test.aws('TagLogGroup', { logGroupName: '/app', tags: { more: '' } });
    expect(old.body.__type).toBe('InvalidParameterException');
    expect((await test.aws('TagResource', { resourceArn, tags: { k0: 'new' } })).status).toBe(200);
  });
});
