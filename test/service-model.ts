// The service's model as the official SDK ships it: the names of its operations and the errors that each declares. Read from
// the SDK's type declarations, which exist where the project is developed and nowhere else.

import { readdirSync, readFileSync } from 'node:fs';

const commandsDir = new URL(
  '../node_modules/@aws-sdk/client-cloudwatch-logs/dist-types/commands/',
  import.meta.url,
);
const ending = 'Command.d.ts';

/** Operation -> the names of its errors. */
export const declaredErrors: ReadonlyMap<string, readonly string[]> = new Map(
  readdirSync(commandsDir)
    .filter((name) => name.endsWith(ending))
    .map((name): [string, readonly string[]] => {
      const text = readFileSync(new URL(name, commandsDir), 'utf8');
      const errors = [...text.matchAll(/@throws \{@link (\w+Exception)\}/g)].map(([, error = '']) => error);
      return [name.slice(0, -ending.length), errors];
    }),
);
