// The AWS door: JSON 1.1 over POST /, the action named by X-Amz-Target, by whom the guard found out.
// https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { callerOf } from './auth/guard.ts';
import { bodyBytes } from './body.ts';
import { allows, type Caller } from './caller.ts';
import { clientGone } from './client-gone.ts';
import type { ApiContext } from './context.ts';
import { awsWireError, ServiceError } from './errors.ts';
import type { ActionCall } from './logs/action.ts';
import { operations } from './logs/operations.ts';
import { sendAnswer } from './stream-answer.ts';

const contentType = 'application/x-amz-json-1.1';
const targetPrefix = 'Logs_20140328.';

/** `closing` fires when running work must end because the server does. */
export function serveAws(server: FastifyInstance, context: ApiContext, closing: AbortSignal): void {
  server.post('/', {
    config: { access: 'aws' },
    handler: async (request, reply) => {
      const signal = AbortSignal.any([closing, clientGone(reply)]);
      const answer = await act(request, context, {
        requestId: request.id,
        caller: callerOf(request),
        signal,
      });
      return sendAnswer(reply, answer, contentType);
    },
    errorHandler: (cause, request, reply) => sendError(cause, request, reply, context),
  });
}

/** Name of the action a request asks for, for logs and metrics; undefined when it is none of ours. */
export function actionName(request: FastifyRequest): string | undefined {
  const target = request.headers['x-amz-target'];
  if (typeof target !== 'string' || !target.startsWith(targetPrefix)) return undefined;
  const name = target.slice(targetPrefix.length);
  return operations.has(name) ? name : undefined;
}

async function act(request: FastifyRequest, context: ApiContext, call: ActionCall): Promise<object> {
  const name = actionName(request) ?? '';
  const granted = operations.get(name);
  if (granted === undefined) throw unknownOperation(request.headers['x-amz-target']);
  if (!allows(call.caller.role, granted.role)) throw accessDenied(name, call.caller, context);
  return granted.action.run(inputOf(request), context, call);
}

/** AWS's sentence, but for the reason: a policy on AWS, a role here. */
function accessDenied(name: string, caller: Caller, { accountId, region }: ApiContext): ServiceError {
  const who = `arn:aws:iam::${accountId}:user/${caller.name}`;
  const what = `arn:aws:logs:${region}:${accountId}:log-group::log-stream:`;
  return new ServiceError(
    'AccessDeniedException',
    `User: ${who} is not authorized to perform: logs:${name} on resource: ${what} because its role is ${caller.role}`,
  );
}

function unknownOperation(target: string | string[] | undefined): ServiceError {
  const message =
    target === undefined
      ? `The header X-Amz-Target is missing; it names the operation, as in ${targetPrefix}StartQuery.`
      : `Shiplog knows no operation ${target}; docs/api.md lists those it knows.`;
  return new ServiceError('UnknownOperationException', message);
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
