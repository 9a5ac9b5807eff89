// The library decodes texts with a TextDecoder of its own, which takes a byte-order mark at their beginning away. Events, and names of log
// streams, come back as they were stored: its decoder is told to keep it. Importing this file is enough.

import { textDecoder } from '@duckdb/node-api/lib/vectors/dataAccessors.js';

const keeping = new TextDecoder('utf-8', { ignoreBOM: true });
textDecoder.decode = keeping.decode.bind(keeping);
