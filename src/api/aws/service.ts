// What the door knows of a service: how requests name it and its operations in each wire form.

import type { Role } from '../caller.ts';
import type { Action } from '../logs/action.ts';

export interface Operation {
  readonly role: Role | 'any';
  readonly action: Action;
  /** Of the body, for the few that need more than `operationBodyBytesMax`. */
  readonly bodyBytesMax?: number;
}

/** The form of XML that a service of the Query protocol speaks. EC2 has its own. */
export interface QueryForm {
  /** `Version` of the form, which tells one service from another. */
  readonly version: string;
  readonly namespace: string;
  readonly flavour: 'query' | 'ec2';
}

export interface Service {
  /** As permissions name it: `logs`. */
  readonly name: string;
  /** What stands before the operation in X-Amz-Target, and in the path of a CBOR request: `Logs_20140328`. */
  readonly target?: string;
  readonly query?: QueryForm;
  readonly operations: ReadonlyMap<string, Operation>;
}
