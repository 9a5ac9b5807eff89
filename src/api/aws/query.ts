// The Query protocol: a form with Action and Version in, XML out. STS speaks nothing else, CloudWatch spoke it until 2025,
// and EC2 speaks a dialect of it. Members are kept flat, as the form has them (`RegionName.1`): what we answer needs no more.
// https://smithy.io/2.0/aws/protocols/aws-query-protocol.html, aws-ec2-query-protocol.html

import type { FastifyReply, FastifyRequest } from 'fastify';
import { operationBodyBytesMax } from '../../limits.ts';
import { bodyBytes } from '../body.ts';
import type { WireError } from '../errors.ts';
import type { Asked, Protocol } from './protocol.ts';
import { queryError } from './query-error.ts';
import { services } from './services.ts';
import { escaped, type XmlValue, xmlElement } from './xml.ts';

const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';

export const query: Protocol = {
  recognises: ({ method, url, headers }) =>
    method === 'GET'
      ? /[?&]Action=/.test(url ?? '')
      : /^application\/x-www-form-urlencoded\b/i.test(headers['content-type']?.trim() ?? ''),
  asked,
  input: form,
  sendAnswer(request, reply, asked, answer) {
    return send(reply, answerXml(asked, answer as XmlObject, request.id));
  },
  sendError(request, reply, asked, error) {
    const named = queryError(String(error.body.__type));
    return send(reply.code(named.status), errorXml(asked, named, error, request.id));
  },
};

type XmlObject = Readonly<Record<string, XmlValue>>;

/** The body, or of a GET (presigned URLs are such) the query of its URL. Empty for a body that is not there yet or larger than any operation takes. */
function form(request: FastifyRequest): Readonly<Record<string, string>> {
  const body = bodyBytes(request);
  if (body.length > operationBodyBytesMax) return {};
  const text = request.method === 'GET' ? request.url.replace(/^[^?]*/, '') : body.toString('utf8');
  return Object.fromEntries(new URLSearchParams(text));
}

function asked(request: FastifyRequest): Asked {
  const { Action, Version } = form(request);
  const service = services.find(({ query: spoken }) => spoken !== undefined && spoken.version === Version);
  return { service, operation: Action, named: Action && `${Action} of version ${Version}` };
}

function answerXml({ service, operation = '' }: Asked, answer: XmlObject, requestId: string): string {
  const namespace = escaped(service?.query?.namespace ?? '');
  const name = `${operation}Response`;
  if (service?.query?.flavour === 'ec2') {
    return wrapped(name, namespace, xmlElement('requestId', requestId, 'item') + members(answer, 'item'));
  }
  const result = xmlElement(`${operation}Result`, answer, 'member');
  const metadata = xmlElement('ResponseMetadata', { RequestId: requestId }, 'member');
  return wrapped(name, namespace, result + metadata);
}

function errorXml(
  { service }: Asked,
  { code, fault }: ReturnType<typeof queryError>,
  { body }: WireError,
  requestId: string,
): string {
  const message = String(body.message);
  if (service?.query?.flavour === 'ec2') {
    const response = { Errors: { Error: { Code: code, Message: message } }, RequestID: requestId };
    return xmlElement('Response', response, 'item');
  }
  const error = xmlElement('Error', { Type: fault, Code: code, Message: message }, 'member');
  const namespace = escaped(service?.query?.namespace ?? '');
  return wrapped('ErrorResponse', namespace, error + xmlElement('RequestId', requestId, 'member'));
}

const members = (object: XmlObject, item: string): string =>
  Object.entries(object)
    .map(([name, value]) => xmlElement(name, value, item))
    .join('');

const wrapped = (name: string, namespace: string, content: string): string =>
  `<${name}${namespace === '' ? '' : ` xmlns="${namespace}"`}>${content}</${name}>`;

function send(reply: FastifyReply, xml: string): FastifyReply {
  return reply.type('text/xml').send(declaration + xml);
}
