// Builds the page into dist/web, which the server delivers. In development, /api goes to a running `shiplog serve`.

import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  plugins: [react()],
  server: { proxy: { '/api': 'http://127.0.0.1:7410' } },
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    sourcemap: false,
    // Fonts stay files: the Content-Security-Policy allows data: for images only.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1_000,
  },
});
