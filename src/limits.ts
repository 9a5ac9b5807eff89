// Every limit has a name, a reason and, where AWS has one, AWS's number.

/** Characters of a query text [AWS: 10,000]. */
export const queryCharsMax = 10_000;
/** Rows of a result: default and maximum [AWS: 10,000 and 100,000]. */
export const resultRowsDefault = 10_000;
export const resultRowsMax = 100_000;
/** Nesting of expressions; keeps a hostile query from exhausting the stack. */
export const expressionDepthMax = 200;
/** Queries that run at the same time; more are refused with LimitExceededException [AWS: 100 per account and Region]. */
export const concurrentQueriesMax = 100;
/** How long results are kept [AWS: 7 days]. Kept in memory, so ours is shorter. */
export const resultRetentionMs = 60 * 60 * 1000;
/** Finished queries, and characters of their results, kept for polling; the oldest go first. Bounds the server's memory. */
export const keptQueriesMax = 1_000;
export const keptResultCharsMax = 256 * 1_048_576;
/** One event [AWS: 1 MB]. */
export const eventBytesMax = 1_048_576;
/** One PutLogEvents call [AWS: 1,048,576 bytes and 10,000 events]. */
export const putLogEventsBytesMax = 1_048_576;
export const putLogEventsCountMax = 10_000;
/** The latest events of a group in which its fields are counted [AWS: those of 15 minutes]. */
export const fieldSampleEvents = 20_000;
/** What AWS counts for an event beside its message. */
export const eventOverheadBytes = 26;
/** Body of a request, after decompression. */
export const bodyBytesMax = 64 * 1_048_576;
/** Bodies that are being received and stored at the same time; more are answered 503, which senders retry. */
export const bodyBytesInFlightMax = 256 * 1_048_576;
/** JSON documents in one body of /ingest/events; keeps a body of scraps from filling the memory. */
export const documentsPerBodyMax = 500_000;
/** Characters of one top-level JSON value in an imported file; a response of FilterLogEvents is one value. */
export const documentCharsMax = 256 * 1_048_576;
/** Fields discovered in one event. Differs: AWS keeps 200 and drops the rest; we can afford more and lose less. */
export const fieldsPerEventMax = 1_000;
/** Nesting of a message that is looked into; keeps a hostile message from exhausting the stack. */
export const jsonDepthMax = 100;
/** Columns of one log group; paths beyond it stay in @message. */
export const columnsPerGroupMax = 2_000;
/** Commands `stats` in one query [AWS: 10]. */
export const statsPerQueryMax = 10;
