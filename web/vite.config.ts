// Builds the page into dist/web, which the server delivers. In development, /api goes to a running `shiplog serve`.

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { constants, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { tokenSheet } from './theme/token-sheet.ts';

/** `import 'virtual:tokens.css'`: the design tokens as a style sheet. */
function designTokens(): Plugin {
  const resolved = '\0virtual:tokens.css';
  const file = createRequire(import.meta.url).resolve(
    '@cloudscape-design/design-tokens/index-visual-refresh.json',
  );
  return {
    name: 'design-tokens',
    resolveId: (id) => (id === 'virtual:tokens.css' ? resolved : null),
    load: (id) => (id === resolved ? tokenSheet(JSON.parse(readFileSync(file, 'utf8'))) : null),
  };
}

/** Writes `x.js.gz` beside `x.js`: the server sends it as it is, which costs no time and a quarter of the bytes. */
function gzippedAssets(): Plugin {
  const folder = join(import.meta.dirname, '../dist/web');
  return {
    name: 'gzipped-assets',
    apply: 'build',
    closeBundle() {
      for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
        if (!/\.(js|css|svg|html)$/.test(name)) continue;
        const path = join(folder, name);
        writeFileSync(`${path}.gz`, gzipSync(readFileSync(path), { level: constants.Z_BEST_COMPRESSION }));
      }
    },
  };
}

export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  plugins: [react(), designTokens(), gzippedAssets()],
  server: { proxy: { '/api': 'http://127.0.0.1:7410' } },
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    sourcemap: false,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1_000,
  },
});
