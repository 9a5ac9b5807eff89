// `npm run bench`: builds the benchmarks into dist-bench/ and runs them; arguments after `--` go to bench/bench.ts.
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fail, root, run, runTool, setUp } from './setup.mjs';

setUp({ only: 'server' });
const code = runTool('typescript', ['-p', 'tsconfig.bench.json']);
if (code !== 0) fail('The benchmarks did not build (see above).', code);
// The program says its version, which it reads beside its own folder.
copyFileSync(join(root, 'package.json'), join(root, 'dist-bench', 'package.json'));
process.exit(
  run(process.execPath, [join(root, 'dist-bench', 'bench', 'bench.js'), ...process.argv.slice(2)]),
);
