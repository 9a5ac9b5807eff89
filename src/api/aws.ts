// The AWS door: JSON 1.1 over POST /, the action named by X-Amz-Target, signed or not (nothing is verified yet).
// https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { bodyBytes } from './body.ts';
import type { ApiContext } from './context.ts';
import { awsWireError, ServiceError } from './errors.ts';
import { actions } from './logs/actions.ts';
import { sendJson } from './send-json.ts';

const contentType = 'application/x-amz-json-1.1';
const targetPrefix = 'Logs_20140328.';

export function serveAws(server: FastifyInstance, context: ApiContext): void {
  server.post('/', {
    handler: async (request, reply) => {
      const answer = await act(request, context);
      return sendJson(reply, answer, contentType);
    },
    errorHandler: (cause, request, reply) => sendError(cause, request, reply, context),
  });
}

/** Name of the action a request asks for, for logs and metrics; undefined when it is none of ours. */
export function actionName(request: FastifyRequest): string | undefined {
  const target = request.headers['x-amz-target'];
  if (typeof target !== 'string' || !target.startsWith(targetPrefix)) return undefined;
  const name = target.slice(targetPrefix.length);
  return actions.has(name) ? name : undefined;
}

async function act(request: FastifyRequest, context: ApiContext): Promise<object> {
  const action = actions.get(actionName(request) ?? '');
  if (action === undefined) throw unknownOperation(request.headers['x-amz-target']);
  return action.run(inputOf(request), context);
}

function unknownOperation(target: string | string[] | undefined): ServiceError {
  const supported = `It answers ${[...actions.keys()].join(', ')}.`;
  const message =
    target === undefined
      ? 'The header X-Amz-Target is missing; it names the action'
      : `Shiplog does not implement ${target}`;
  return new ServiceError('UnknownOperationException', `${message}. ${supported}`);
}

function inputOf(request: FastifyRequest): unknown {
  const text = bodyBytes(request).toString('utf8');
  if (text === '') return {};
  try {
    return JSON.parse(text);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ServiceError('SerializationException', `The body is not JSON: ${reason}`);
  }
}

function sendError(
  cause: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  context: ApiContext,
): FastifyReply {
  const { status, body, internal } = awsWireError(cause, request.id, context.accountId);
  if (internal)
    context.log.error({ err: cause, requestId: request.id, action: actionName(request) }, 'action failed');
  return reply.code(status).type(contentType).serializer(JSON.stringify).send(body);
}
