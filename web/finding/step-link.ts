// A next step that names a command of ours (`shiplog stops --service orders`) leads to the page of the same question.

import type { Definition } from '../api/responses.ts';
import { writeInputs } from '../questions/inputs.ts';

export interface StepLink {
  /** The words of the step before and after the command. */
  readonly before: string;
  readonly after: string;
  readonly command: string;
  readonly path: string;
}

/** Null when the step names no command, or one that is no question of this server. */
export function stepLink(
  step: string,
  definitions: readonly Definition[],
  rangeSearch: string,
): StepLink | null {
  const found = /\bshiplog ([a-z]+)((?: --?[a-z-]+ \S+| [^\s-]\S*)*)/.exec(step);
  const definition = definitions.find(({ id }) => id === found?.[1]);
  if (found === null || definition === undefined) return null;
  // A sentence may end right after its command.
  const command = found[0].replace(/[.,;)]+$/, '');
  const inputs = inputsOf(command.split(' ').slice(2), definition);
  if (inputs === null) return null;
  const params = writeInputs(definition, new URLSearchParams(rangeSearch), inputs);
  return {
    before: step.slice(0, found.index),
    after: step.slice(found.index + command.length),
    command,
    path: `/q/${definition.id}?${params}`,
  };
}

/** `--service orders` and positional words as inputs; null when one of them is no input of the question. */
function inputsOf(words: readonly string[], definition: Definition): Readonly<Record<string, string>> | null {
  const inputs: Record<string, string> = {};
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    const flag = word.startsWith('--');
    const input = definition.inputs.find(({ name, positional }) =>
      flag ? `--${name}` === word : positional,
    );
    if (input === undefined) return null;
    if (flag) at += 1;
    inputs[input.name] = (flag ? words[at] : word) ?? '';
  }
  return inputs;
}
