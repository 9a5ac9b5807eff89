// The web page: the built files of `webDir`, index.html for every path that is the page's own (its router reads it),
// and a plain explanation when the page has not been built.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { HttpError } from './errors.ts';

/**
 * Everything the page needs comes from this server. Inline styles are Cloudscape's and CodeMirror's way to place things;
 * inline scripts are nobody's.
 */
const contentSecurityPolicy = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

export const securityHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': contentSecurityPolicy,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

/** Serves `webDir`, and answers whatever no route knows: the page for a browser, a JSON error for a program. */
export async function servePage(server: FastifyInstance, webDir: string | undefined): Promise<void> {
  const built = webDir !== undefined && existsSync(join(webDir, 'index.html'));
  if (built)
    await server.register(fastifyStatic, {
      root: webDir,
      cacheControl: false,
      preCompressed: true,
      setHeaders,
    });
  // Before the body is read: from whoever sends one to nowhere, it would be held in memory for nothing.
  server.addHook('onRequest', async (request) => {
    if (request.is404) refuseUnlessPage(request);
  });
  // Also for what lies under the page's own paths and is no file.
  server.setNotFoundHandler((request, reply) => {
    refuseUnlessPage(request);
    return built ? reply.sendFile('index.html') : sendNotBuilt(reply);
  });
}

function refuseUnlessPage(request: FastifyRequest): void {
  if (wantsPage(request)) return;
  throw new HttpError(404, 'not-found', `There is nothing at ${request.method} ${request.url}.`, {
    hint: 'docs/api.md lists what there is.',
  });
}

/** Vite puts a hash into the names under assets/, so those never change; everything else is asked for again. */
function setHeaders(response: { setHeader(name: string, value: string): void }, path: string): void {
  const hashed = /[\\/]assets[\\/]/.test(path);
  response.setHeader('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
}

function wantsPage({ method, url, headers }: FastifyRequest): boolean {
  if (method !== 'GET' && method !== 'HEAD') return false;
  return !/^\/(api|ingest)(\/|$)/.test(url) && (headers.accept ?? '').includes('text/html');
}

function sendNotBuilt(reply: FastifyReply): FastifyReply {
  return reply.code(503).type('text/html; charset=utf-8').send(notBuilt);
}

const notBuilt = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Shiplog</title></head>
<body style="font-family: system-ui, sans-serif; max-width: 40em; margin: 4em auto; line-height: 1.5">
<h1>The page has not been built</h1>
<p>The server runs and its API answers, but the files of the web page are missing. Build them with</p>
<pre>npm run build</pre>
<p>and start the server again. <a href="/api/v1/status">/api/v1/status</a> shows what is recorded.</p>
</body>
</html>
`;
