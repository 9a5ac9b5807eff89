// What a person may ask an owner of: recognising network interface ids, MAC and IP addresses, and attachment ids.

import { isIP } from 'node:net';

export type AddressKind = 'eni' | 'mac' | 'ip' | 'attachment';

export interface Address {
  readonly kind: AddressKind;
  /** As events write it: lower case. */
  readonly text: string;
  /** The derived field that holds it. */
  readonly field: 'ecs.eniId' | 'ecs.macAddress' | 'ecs.privateIp' | 'ecs.attachmentId';
}

const macPattern = /^[0-9a-f]{2}([:-][0-9a-f]{2}){5}$/;
const uuidPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Null when the text is none of them. MAC addresses may be written with dashes. */
export function addressOf(given: string): Address | null {
  const text = given.trim().toLowerCase();
  if (/^eni-\S+$/.test(text)) return { kind: 'eni', text, field: 'ecs.eniId' };
  if (macPattern.test(text)) return { kind: 'mac', text: text.replaceAll('-', ':'), field: 'ecs.macAddress' };
  if (isIP(text) !== 0) return { kind: 'ip', text, field: 'ecs.privateIp' };
  const attachment = text.slice(text.lastIndexOf('/') + 1);
  return uuidPattern.test(attachment)
    ? { kind: 'attachment', text: attachment, field: 'ecs.attachmentId' }
    : null;
}

export const addressNames: Readonly<Record<AddressKind, string>> = {
  eni: 'network interface',
  mac: 'MAC address',
  ip: 'address',
  attachment: 'attachment',
};

export const addressPlurals: Readonly<Record<AddressKind, string>> = {
  eni: 'network interfaces',
  mac: 'MAC addresses',
  ip: 'addresses',
  attachment: 'attachments',
};

/** What neighbours of an address have in common: the first three numbers of an IPv4 address, else the first letters. */
export function neighbourhood({ kind, text }: Address): string {
  if (kind === 'ip' && text.includes('.')) return text.slice(0, text.lastIndexOf('.') + 1);
  return text.slice(0, kind === 'eni' ? 8 : 6);
}
