// What callers of the store can do wrong. The API turns these into AWS's error types.

export class LogGroupExists extends Error {
  override readonly name = 'LogGroupExists';
  constructor(group: string) {
    super(`The log group ${group} exists already.`);
  }
}

export class LogGroupMissing extends Error {
  override readonly name = 'LogGroupMissing';
  constructor(group: string) {
    super(`There is no log group ${group}.`);
  }
}

export class LogStreamExists extends Error {
  override readonly name = 'LogStreamExists';
  constructor(group: string, stream: string) {
    super(`The log stream ${stream} exists already in ${group}.`);
  }
}
