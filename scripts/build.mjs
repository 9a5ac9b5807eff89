// `npm run build`: compiles the server into dist/ and the page into dist/web/, whether or not they changed.
// `--if-changed` builds only what is older than its sources.
import process from 'node:process';
import { setUp } from './setup.mjs';

setUp({ force: !process.argv.includes('--if-changed') });
