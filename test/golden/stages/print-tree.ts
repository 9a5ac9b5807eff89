// JSON for people: what fits stands on one line, everything else has a line for each member.

const lineWidth = 120;

/** The text of a file with that value in it. */
export function printTree(value: unknown): string {
  return `${lines(value, 0)}\n`;
}

function lines(value: unknown, indent: number): string {
  const flat = line(value);
  if (flat.length + indent <= lineWidth || typeof value !== 'object' || value === null) return flat;
  const inner = indent + 2;
  const pad = ' '.repeat(inner);
  const members = Array.isArray(value)
    ? value.map((item) => pad + lines(item, inner))
    : entries(value).map(([key, item]) => `${pad}${JSON.stringify(key)}: ${lines(item, inner)}`);
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  return `${open}\n${members.join(',\n')}\n${' '.repeat(indent)}${close}`;
}

function line(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(line).join(', ')}]`;
  const members = entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${line(item)}`);
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}

const entries = (value: object): [string, unknown][] =>
  Object.entries(value).filter(([, item]) => item !== undefined);
