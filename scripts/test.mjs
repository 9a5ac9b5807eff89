// `npm test`: sets everything up, then type check, lint and every vitest project, the browser's included.
// Arguments go to vitest (`npm test -- --project unit src/language`). All steps run; the exit code is the first failure's.
import process from 'node:process';
import { runTool, setUp } from './setup.mjs';

const steps = [
  ['types', () => runTool('typescript', ['-p', 'tsconfig.json'])],
  ['types of the page', () => runTool('typescript', ['-p', 'web/tsconfig.json'])],
  ['format and lint', () => runTool('@biomejs/biome', ['check', '.'])],
  ['tests', () => runTool('vitest', ['run', ...process.argv.slice(2)])],
];

setUp();
let code = 0;
const failed = [];
for (const [name, step] of steps) {
  process.stderr.write(`\n── ${name}\n`);
  const result = step();
  if (result === 130) process.exit(130);
  if (result !== 0) failed.push(name);
  if (code === 0) code = result;
}
process.stderr.write(failed.length === 0 ? '\nAll checks passed.\n' : `\nFailed: ${failed.join(', ')}.\n`);
process.exit(code);
