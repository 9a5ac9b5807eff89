import { expect, it } from 'vitest';
import { rehearse } from '../../../test/rehearsal.ts';
import { addressReuse } from './addresses.ts';

interface Eni {
  readonly type: string;
  readonly details: readonly { readonly name: string; readonly value: string }[];
}

const rehearsal = rehearse(addressReuse);

it('three tasks of two services have the address and the MAC one after another, each with an ENI of its own', () => {
  const [first] = rehearsal.stories;
  expect(rehearsal.stories.map((story) => [story.id, story.service])).toEqual([
    ['ip-reuse', 'sessions'],
    ['ip-reuse-2', 'wallet'],
    ['ip-reuse-3', 'sessions'],
  ]);
  expect(new Set(rehearsal.stories.map((story) => story.eniId)).size).toBe(3);
  for (const story of rehearsal.stories) {
    expect([story.ip, story.mac]).toEqual(['10.20.14.77', first?.mac]);
    const running = rehearsal.task(story.taskArn).find((detail) => detail.lastStatus === 'RUNNING');
    const eni = ((running?.attachments ?? []) as Eni[]).find(({ type }) => type === 'eni');
    const value = (name: string) => eni?.details.find((detail) => detail.name === name)?.value;
    expect(value('privateIPv4Address')).toBe(story.ip);
    expect(value('macAddress')).toBe(story.mac);
    expect(value('networkInterfaceId')).toBe(story.eniId);
  }
});

it('never two at a time; the last one still has it', () => {
  const spans = rehearsal.stories.map((story) => {
    const details = rehearsal.task(story.taskArn);
    return [String(details[0]?.createdAt), details.at(-1)?.stoppedAt];
  });
  expect(String(spans[0]?.[1]) < String(spans[1]?.[0])).toBe(true);
  expect(String(spans[1]?.[1]) < String(spans[2]?.[0])).toBe(true);
  expect(spans[2]?.[1]).toBeUndefined();
  for (const [index, story] of rehearsal.stories.entries()) {
    const at = new Date(story.atMs).toISOString();
    expect(at > String(spans[index]?.[0])).toBe(true);
    if (spans[index]?.[1] !== undefined) expect(at < String(spans[index]?.[1])).toBe(true);
  }
});
