// The AWS door: several services in several wire forms, told apart by what arrives. By whom a request comes the guard found out.
// The door is at / and, for base URLs with a path, at whatever path no other route has. A GET of / is the page's, unless it names an Action.

import type { FastifyInstance, FastifyReply, FastifyRequest, RouteOptions } from 'fastify';

import { awsBodyBytesMax, operationBodyBytesMax } from '../limits.ts';
import { callerOf } from './auth/guard.ts';
import { cbor } from './aws/cbor.ts';
import { json } from './aws/json.ts';
import type { Asked, Protocol, RequestHead } from './aws/protocol.ts';
import { query } from './aws/query.ts';
import type { Service } from './aws/service.ts';
import { bodyBytes } from './body.ts';
import { allows, type Caller, callerArn } from './caller.ts';
import { clientGone } from './client-gone.ts';
import type { ApiContext } from './context.ts';
import { awsWireError, ServiceError } from './errors.ts';

/** The first that recognises a request has it. */
const protocols = [json, cbor, query];

const protocolOf = (head: RequestHead): Protocol | undefined =>
  protocols.find((protocol) => protocol.recognises(head));

/** `closing` fires when running work must end because the server does. */
export function serveAws(server: FastifyInstance, context: ApiContext, closing: AbortSignal): void {
  const door: Omit<RouteOptions, 'url' | 'method'> = {
    bodyLimit: awsBodyBytesMax,
    config: { access: 'aws' },
    handler: async (request, reply) => {
      // What no form recognises gets the error of the one that Logs speaks.
      const protocol = protocolOf(request) ?? json;
      const signal = AbortSignal.any([closing, clientGone(reply)]);
      const asked = protocol.asked(request);
      const answer = await act(request, { protocol, asked, context, signal });
      return protocol.sendAnswer(request, reply, asked, answer);
    },
    errorHandler: (cause, request, reply) => sendError(cause, request, reply, context),
  };
  server.addConstraintStrategy(speaksAws);
  server.route({ ...door, method: 'POST', url: '/' });
  const constraints = { [speaksAws.name]: 'yes' };
  server.route({ ...door, method: 'POST', url: '/*', constraints });
  server.route({ ...door, method: 'GET', url: '/', constraints, exposeHeadRoute: false });
}

type Strategy = Parameters<FastifyInstance['addConstraintStrategy']>[0];
type Handlers = ReturnType<Strategy['storage']>;

/** Lets requests that look like AWS's pass to a route that others do not reach. */
const speaksAws: Strategy = {
  name: 'aws',
  storage() {
    const handlers = new Map<unknown, Parameters<Handlers['set']>[1]>();
    return {
      get: (value) => handlers.get(value) ?? null,
      set: (value, handler) => {
        handlers.set(value, handler);
      },
    };
  },
  deriveConstraint: (head: RequestHead) => (protocolOf(head) === undefined ? 'no' : 'yes'),
};

/** Name of the operation a request asks for, for logs and metrics; undefined when it is none of ours. */
export function actionName(request: FastifyRequest): string | undefined {
  if (request.routeOptions.config.access !== 'aws') return undefined;
  const { service, operation } = protocolOf(request)?.asked(request) ?? {};
  return operation !== undefined && service?.operations.has(operation) ? operation : undefined;
}

interface Act {
  readonly protocol: Protocol;
  readonly asked: Asked;
  readonly context: ApiContext;
  readonly signal: AbortSignal;
}

async function act(request: FastifyRequest, { protocol, asked, context, signal }: Act): Promise<object> {
  const { service, operation } = asked;
  const found = operation === undefined ? undefined : service?.operations.get(operation);
  const bytes = bodyBytes(request).length;
  if (service === undefined || operation === undefined || found === undefined) {
    throw bytes > operationBodyBytesMax
      ? tooLarge('an operation', operationBodyBytesMax)
      : unknownOperation(asked);
  }
  const caller = callerOf(request);
  if (!allows(caller.role, found.role)) throw accessDenied(service, operation, caller, context);
  const { action, bodyBytesMax = operationBodyBytesMax } = found;
  if (bytes > bodyBytesMax) throw tooLarge(operation, bodyBytesMax);
  return action.run(protocol.input(request), context, { requestId: request.id, caller, signal });
}

const tooLarge = (operation: string, bytesMax: number): ServiceError =>
  new ServiceError(
    'RequestEntityTooLargeException',
    `The body has more than ${bytesMax} bytes, which is what ${operation} takes.`,
  );

/** AWS's sentence, but for the reason: a policy on AWS, a role here. */
function accessDenied(
  { name }: Service,
  operation: string,
  caller: Caller,
  { accountId, region }: ApiContext,
): ServiceError {
  const what = name === 'logs' ? `arn:aws:logs:${region}:${accountId}:log-group::log-stream:` : '*';
  return new ServiceError(
    'AccessDeniedException',
    `User: ${callerArn(caller, accountId)} is not authorized to perform: ${name}:${operation} on resource: ${what} because its role is ${caller.role}`,
  );
}

function unknownOperation({ named }: Asked): ServiceError {
  const message =
    named === undefined
      ? 'No operation is named: the header X-Amz-Target does, as in Logs_20140328.StartQuery, or Action in a form.'
      : `Shiplog knows no operation ${named}; docs/api.md lists those it knows.`;
  return new ServiceError('UnknownOperationException', message);
}

function sendError(
  cause: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  context: ApiContext,
): FastifyReply {
  const protocol = protocolOf(request) ?? json;
  const error = awsWireError(cause, request.id, context.accountId);
  if (error.internal)
    context.log.error({ err: cause, requestId: request.id, action: actionName(request) }, 'action failed');
  return protocol.sendError(request, reply.code(error.status), protocol.asked(request), error);
}
