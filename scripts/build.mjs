// `npm run build`: compiles the server into dist/ and the page into dist/web/, whether or not they changed.
// `--if-changed` builds only what is older than its sources. Installs nothing.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { checkNode, ensureBuilt, fail, root } from './setup.mjs';

checkNode();
if (!existsSync(join(root, 'node_modules')))
  fail('The packages are not installed. Install them with: npm ci');
ensureBuilt({ force: !process.argv.includes('--if-changed') });
