// The HTTP server: one port for the AWS API, our own API, ingestion, health, metrics and the page.
// buildServer wires it (tests hand requests to it without a socket), startServer listens.

import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { bodyBytesMax } from '../limits.ts';
import type { Keyring } from './auth/credentials.ts';
import { guard } from './auth/guard.ts';
import { actionName, serveAws } from './aws.ts';
import { acceptBodies } from './body.ts';
import { clientGone } from './client-gone.ts';
import { type ConnectionLimits, Connections } from './connections.ts';
import type { ApiContext } from './context.ts';
import { jsonWireError, RetryLater } from './errors.ts';
import { InFlight } from './in-flight.ts';
import { keepUnreadable } from './ingest/keep-unreadable.ts';
import { RefusedSenders } from './ingest/refused-senders.ts';
import { type Listening, listen } from './listen.ts';
import { isLoopback } from './loopback.ts';
import { securityHeaders, servePage } from './page.ts';
import { openProtection, type Protection, type ProtectionOptions } from './protection.ts';
import type { Route } from './route.ts';
import { routes } from './routes.ts';
import { removeServerFile, writeServerFile } from './server-file.ts';
import { sendAnswer } from './stream-answer.ts';
import { type Certificate, leafOf } from './tls.ts';

export interface ServerOptions {
  /** Directory of the built page; without it, or when it is empty, the page says that it is not built. */
  readonly webDir?: string;
  /** Without it the server asks nobody for credentials. */
  readonly keyring?: Keyring | undefined;
  /** Without it the server speaks plain HTTP. */
  readonly certificate?: Certificate | undefined;
  /** Instead of those of limits.ts. */
  readonly connectionLimits?: Partial<ConnectionLimits>;
}

export interface StartOptions extends Pick<ServerOptions, 'webDir' | 'connectionLimits'>, ProtectionOptions {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
}

export interface RunningServer {
  readonly url: string;
  /** Whether it asks for credentials. */
  readonly guarded: boolean;
  readonly port: number;
  /** Lets running requests end for a few seconds, stops the rest. Does not close the store: whoever opened it does. */
  close(): Promise<void>;
}

/** How long requests may go on after close(). */
const drainMs = 5_000;

/**
 * Serves on a port and leaves a note in the data directory for the command line.
 * Throws ListenError, CredentialsError and TlsError.
 */
export async function startServer(context: ApiContext, options: StartOptions): Promise<RunningServer> {
  const closing = new AbortController();
  const inFlight = new InFlight();
  const protection = await openProtection(options, context.log);
  const { keyring, certificate } = protection;
  const server = await buildServer(context, { ...options, keyring, certificate }, closing.signal);
  inFlight.watch(server);
  const { url, localUrl, port } = await listenGuarded(server, options, protection);
  context.metrics.watchProcess();
  const note = {
    pid: process.pid,
    url: localUrl,
    ...(keyring === undefined ? {} : { token: keyring.issueLocalToken() }),
    ...(certificate === undefined ? {} : { certificate: leafOf(certificate) }),
  };
  let noted = writeServerFile(context.dataDir, note);
  await noted;
  protection.follow(server, (renewed) => {
    const next = { ...note, certificate: leafOf(renewed) };
    noted = noted
      .then(() => writeServerFile(context.dataDir, next))
      .catch((cause: unknown) =>
        context.log.error({ err: cause }, 'the note for the command line was not written'),
      );
  });
  context.log.debug({ url, dataDir: context.dataDir }, 'listening');
  if (certificate === undefined && !isLoopback(options.host)) {
    context.log.warn({ url }, 'tokens and events travel in the clear, unless a proxy in front speaks TLS');
  }
  return {
    url,
    guarded: keyring !== undefined,
    port,
    async close() {
      protection.close();
      await noted;
      await removeServerFile(context.dataDir, note);
      const closed = server.close();
      // They would go on for ever; everything else gets its time to end.
      context.tails.stop();
      await inFlight.idle(drainMs);
      closing.abort();
      server.server.closeAllConnections();
      await closed;
    },
  };
}

async function listenGuarded(
  server: FastifyInstance,
  { host, port }: StartOptions,
  { keyring, certificate, close }: Protection,
): Promise<Listening> {
  const protocol = certificate === undefined ? 'http' : 'https';
  try {
    return await listen(server, { host, port, guarded: keyring !== undefined, protocol });
  } catch (cause) {
    close();
    throw cause;
  }
}

/** `closing` fires when running work must end because the server does. */
export async function buildServer(
  context: ApiContext,
  options: ServerOptions,
  closing: AbortSignal = new AbortController().signal,
): Promise<FastifyInstance> {
  const connections = new Connections(options.connectionLimits);
  const { certificate } = options;
  const server: FastifyInstance = fastify({
    ...(certificate === undefined
      ? { http: connections.nodeOptions }
      : { https: { ...connections.nodeOptions, ...certificate } }),
    ...connections.fastifyOptions,
    logger: false,
    bodyLimit: bodyBytesMax,
    genReqId: () => context.newId(),
    routerOptions: { maxParamLength: 2_048 },
    // URLs that no router can read; they come before the hooks.
    frameworkErrors: (cause, request, reply) => {
      reply.headers(securityHeaders);
      return sendError(cause, request, reply, context);
    },
  });
  server.addHook('onRequest', async (request, reply) => {
    reply.headers({ ...securityHeaders, 'x-amzn-requestid': request.id });
  });
  connections.watch(server);
  const { bodyCame } = guard(server, {
    keyring: options.keyring,
    nowMs: context.nowMs,
    refusedSenders: new RefusedSenders(context.log, context.nowMs),
  });
  acceptBodies(server, bodyCame);
  server.addHook('onResponse', async (request, reply) => observe(request, reply, context));
  server.setErrorHandler(async (cause, request, reply) => {
    const problem = await keepUnreadable(cause, request, context);
    return sendError(problem, request, reply, context);
  });
  serveAws(server, context, closing);
  for (const route of routes) serveRoute(server, route, context, closing);
  serveHealth(server, context);
  await servePage(server, options.webDir);
  return server;
}

function serveHealth(server: FastifyInstance, { version, metrics: { registry } }: ApiContext): void {
  server.get('/healthz', { config: { access: 'open' } }, async () => ({ status: 'ok', version }));
  server.get('/metrics', { config: { access: 'read' } }, async (_, reply) =>
    reply.type(registry.contentType).send(await registry.metrics()),
  );
}

function serveRoute(server: FastifyInstance, route: Route, context: ApiContext, closing: AbortSignal): void {
  server.route({
    method: route.method,
    url: route.path,
    config: { access: route.role, ...(route.form === undefined ? {} : { form: route.form }) },
    handler: async (request, reply) => {
      const signal = AbortSignal.any([closing, clientGone(reply)]);
      return sendAnswer(
        reply,
        await route.handle({ request, context, signal }),
        route.form?.contentType ?? 'application/json; charset=utf-8',
      );
    },
  });
}

function sendError(
  cause: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  context: ApiContext,
): FastifyReply {
  const { status, body, internal } = jsonWireError(cause, request.id);
  if (internal)
    context.log.error({ err: cause, requestId: request.id, route: routeName(request) }, 'request failed');
  if (cause instanceof RetryLater) reply.header('retry-after', String(cause.retryAfterSeconds));
  reply.code(status);
  const { form } = request.routeOptions.config;
  if (form === undefined) return reply.send(body);
  return sendAnswer(reply, form.error(body, request, context.nowMs()), form.contentType);
}

function observe(request: FastifyRequest, reply: FastifyReply, context: ApiContext): void {
  const route = routeName(request);
  context.metrics.answered(route, reply.statusCode, reply.elapsedTime);
  context.log.debug(
    {
      requestId: request.id,
      route,
      caller: request.caller?.name,
      status: reply.statusCode,
      durationMs: reply.elapsedTime,
    },
    'answered',
  );
}

function routeName(request: FastifyRequest): string {
  return actionName(request) ?? request.routeOptions.url ?? 'page';
}
