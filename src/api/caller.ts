// Who asks, and what that allows. Roles hold each other: who may administer may read and write, who may read may not write.

export type Role = 'ingest' | 'read' | 'admin';

export interface Caller {
  /** As configured beside the credentials; for logs and for the ARNs that AWS shows of a caller. */
  readonly name: string;
  readonly role: Role;
}

/** Whoever reaches a server that asks for no credentials: programs of this machine. */
export const localCaller: Caller = { name: 'local', role: 'admin' };

/** Whether `role` suffices for what asks for `needed`; some things every caller may do. */
export function allows(role: Role, needed: Role | 'any'): boolean {
  return needed === 'any' || role === 'admin' || role === needed;
}

/** The ARN by which AWS would name the caller. Inferred: callers are users, and whoever needs no credentials is the user `local`. */
export function callerArn(caller: Caller, accountId: string): string {
  return `arn:aws:iam::${accountId}:user/${caller.name}`;
}
