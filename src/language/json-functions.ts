// The functions on JSON and lists among the scalar ones (reference logs-insights-ql 4.5).

import type { FunctionRow } from './function-spec.ts';

export const jsonFunctions = {
  jsonParse: {
    signature: 'jsonParse(s)',
    required: ['string'],
    result: 'map',
    doc: 'The map or list that a JSON text stands for, whose members later commands name (`m.key`, `m.list[0]`); null when it is neither.',
    example: 'fields jsonParse(@message) as m | display m.detail.lastStatus, m.detail.containers[0].name',
    confidence: 'documented',
  },
  jsonStringify: {
    signature: 'jsonStringify(x)',
    required: ['any'],
    result: 'text',
    doc: 'A map or list as JSON text; null for anything else.',
    example: 'jsonStringify(jsonParse(@message).detail)',
    confidence: 'documented',
  },
  jsonArraySize: {
    signature: 'jsonArraySize(s)',
    required: ['string'],
    result: 'number',
    doc: 'Number of items of a list, or of a text that holds a JSON list; null for anything else.',
    example: 'jsonArraySize(jsonParse(@message).resources)',
    confidence: 'documented',
  },
  jsonArrayContains: {
    signature: 'jsonArrayContains(s, value)',
    required: ['string', 'any'],
    result: 'boolean',
    doc: '1 when a list, or a text that holds a JSON list, has that item, else 0.',
    example: 'jsonArrayContains("[\\"a\\", \\"b\\"]", "b")',
    confidence: 'documented',
  },
  split: {
    signature: 'split(s, delimiter)',
    required: ['string', 'string'],
    result: 'list',
    doc: 'The parts of a text between delimiters, as a list.',
    example: 'split(path, "/")',
    confidence: 'documented',
  },
} satisfies Readonly<Record<string, FunctionRow>>;
