// Telling network interfaces, MACs, addresses and attachments apart.
import { expect, it } from 'vitest';
import { addressOf, neighbourhood } from './address.ts';

it.each([
  ['eni-0e2b348058ae3d639', 'eni', 'eni-0e2b348058ae3d639', 'eni-0e2b'],
  ['0E:50:D1:C1:77:81', 'mac', '0e:50:d1:c1:77:81', '0e:50:'],
  ['0e-50-d1-c1-77-81', 'mac', '0e:50:d1:c1:77:81', '0e:50:'],
  ['10.0.1.163', 'ip', '10.0.1.163', '10.0.1.'],
  ['2600:1f13::8d9', 'ip', '2600:1f13::8d9', '2600:1'],
  ['52333e3b-b812-41a8-b057-9ed184bbe5e1', 'attachment', '52333e3b-b812-41a8-b057-9ed184bbe5e1', '52333e'],
  [
    'arn:aws:ecs:r:1:attachment/52333e3b-b812-41a8-b057-9ed184bbe5e1',
    'attachment',
    '52333e3b-b812-41a8-b057-9ed184bbe5e1',
    '52333e',
  ],
])('%s is %s', (given, kind, text, begin) => {
  const address = addressOf(given);
  expect(address).toMatchObject({ kind, text });
  expect(address && neighbourhood(address)).toBe(begin);
});

it.each(['', 'web', '10.0.1', '10.0.1.999', 'eni-', 'subnet-1'])('%s is none', (given) =>
  expect(addressOf(given)).toBeNull(),
);
