// Every limit has a name, a reason and, where AWS has one, AWS's number.

/** Characters of a query text [AWS: 10,000]. */
export const queryCharsMax = 10_000;
/** Rows of a result: default and maximum [AWS: 10,000 and 100,000]. */
export const resultRowsDefault = 10_000;
export const resultRowsMax = 100_000;
/** Nesting of expressions; keeps a hostile query from exhausting the stack. */
export const expressionDepthMax = 200;
/** Queries that run at the same time [AWS: 100 per account and Region]. */
export const concurrentQueriesMax = 100;
/** Queries that wait to run; more are refused with LimitExceededException. Differs: AWS refuses what it cannot run at once; users ask
 * for a queue, since a dashboard of many panels asks for all of them together. */
export const waitingQueriesMax = 400;
/** How long a query may take, waiting included, unless a setting says otherwise [AWS: 60 minutes]. Below five minutes, after which
 * browsers and Node's fetch give up on an answer. */
export const queryTimeoutMs = 240_000;
/** The longest time that the setting takes [AWS: 60 minutes]. */
export const queryTimeoutSecondsMax = 3_600;
/** Characters of one result, which is held in memory as strings; each cell counts as so many beside its text. */
export const resultCharsMax = 256 * 1_048_576;
export const cellCharsLeast = 16;
/** Memory that the engine takes when no setting says otherwise, at most half of what there is; and what it spills to disk, likewise. */
export const engineMemoryMegabytes = 2_048;
export const engineSpillMegabytes = 10_240;
/** Statements that the engine runs at once: long ones up to here beside each other, so that short ones need not wait for them. */
export const engineReadersMax = 24;
/** How long results are kept unless a setting says otherwise [AWS: 7 days], and the longest time that the setting takes. */
export const resultRetentionHours = 7 * 24;
export const resultRetentionHoursMax = 366 * 24;
/** What kept results take of the disk unless a setting says otherwise, and one of them at most: the oldest go first. */
export const resultsMegabytes = 4_096;
export const resultBytesMax = 1_024 * 1_048_576;
/** Ended queries that are kept, and characters of what is known of them in memory beside their rows; the oldest go first. */
export const keptQueriesMax = 10_000;
export const keptQueryCharsMax = 64 * 1_048_576;
/** Rows of a block, and its bytes: what is written, read and parsed at once, in a few milliseconds. */
export const resultBlockRows = 1_000;
export const resultBlockBytes = 256 * 1_024;
/** Blocks that are kept in memory, by their bytes: those written or read last. */
export const resultCacheBytes = 16 * 1_048_576;
/** Ended queries whose results are on their way to the disk; beyond, a query is complete when its result is durable. */
export const unsavedResultsMax = 100;
/** Text in one page of a result; a page of as many rows as may be has fewer when they are larger. */
export const resultPageBytesMax = 64 * 1_048_576;
/** How long a page token is good for [AWS: 1 hour]. */
export const resultTokenMs = 60 * 60 * 1000;
/** Log groups [AWS: 1,000,000 per account and Region]. Each is a table here; a query may name 10,000 of them. */
export const logGroupsMax = 10_000;
/** Tags of one log group or other resource [AWS's number]. */
export const tagsPerResourceMax = 50;
/** Fields of an index policy, and characters of one [AWS's numbers]. */
export const indexedFieldsMax = 20;
export const indexedFieldCharsMax = 100;
/** How often events past their retention are deleted [AWS: within 72 hours]. */
export const retentionSweepMs = 60 * 60 * 1000;
/** One event [AWS: 1 MB]. */
export const eventBytesMax = 1_048_576;
/** A text that a query makes out of others, by an estimate that may be too high. Functions in each other would fill the memory. */
export const madeTextBytesMax = 4 * 1_048_576;
/** One PutLogEvents call [AWS: 1,048,576 bytes and 10,000 events]. */
export const putLogEventsBytesMax = 1_048_576;
export const putLogEventsCountMax = 10_000;
/** A page of events [AWS: 10,000 events, 1 MB], and how long a request looks for them: then it answers with what it has, and where to go on. */
export const pageEventsMax = 10_000;
export const pageBytesMax = 1_048_576;
export const findEventsMsMax = 3_000;
/** Messages of one TestMetricFilter call [AWS: 50]. */
export const testedMessagesMax = 50;
/** The latest events of a group in which its fields are counted [AWS: those of 15 minutes]. */
export const fieldSampleEvents = 20_000;
/** What AWS counts for an event beside its message. */
export const eventOverheadBytes = 26;
/** Body of a request, after decompression. */
export const bodyBytesMax = 64 * 1_048_576;
/** Bodies that are being received and stored at the same time; more are answered 503, which senders retry. */
export const bodyBytesInFlightMax = 256 * 1_048_576;
/** What was rejected is kept aside: so many documents, so many bytes together, of one of them (a body of which nothing is an event
 * may have as many), for so long [AWS: a dead-letter queue keeps 14 days, 256 KB each]. The oldest go first. */
export const rejectedMax = 10_000;
export const rejectedBytesMax = 256 * 1_048_576;
export const rejectedBodyBytesMax = 16 * 1_048_576;
export const rejectedAgeMs = 90 * 24 * 60 * 60 * 1_000;
/** Documents of one request that are kept aside one by one; when more of them are rejected, its body is kept as a whole. */
export const rejectedPerRequestMax = 100;
/** Rejected documents that one request lists. */
export const rejectedListedMax = 1_000;
/** How long an event of EventBridge may wait for its commit; then the answer is 503, and EventBridge sends it again [AWS gives up after 5
 * seconds]. And how long it is told to wait, also when its token is not the right one. */
export const acknowledgeMsMax = 900;
export const retryAfterSeconds = 5;
export const refusedRetryAfterSeconds = 60;
/** Bytes of documents that wait for their commit, answered or not; while there are more, EventBridge is answered 503 at once. */
export const intakeWaitingBytesMax = 256 * 1_048_576;
/** One record of a Firehose request, after decompression [AWS: 1,000 KiB, and what it unpacks to is not limited]. */
export const firehoseRecordBytesMax = 64 * 1_048_576;
/** How often the log says that a sender of events is refused. */
export const refusedSenderLogMs = 60_000;
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
/** Lookup tables, and one of them: its name, its description, its CSV, and the columns of its CSV [AWS: 100, 256, 1,024, 10 MB, not told]. */
export const lookupTablesMax = 100;
export const lookupTableNameCharsMax = 256;
export const lookupTableDescriptionCharsMax = 1_024;
export const lookupTableBytesMax = 10 * 1_048_576;
export const lookupTableColumnsMax = 500;
/** Saved queries, and one of them: its name, its parameters, and of a parameter name, default value and description [AWS's numbers]. */
export const savedQueriesMax = 1_000;
export const savedQueryNameCharsMax = 255;
export const savedQueryParametersMax = 20;
export const parameterNameCharsMax = 128;
export const parameterDefaultCharsMax = 1_024;
export const parameterDescriptionCharsMax = 512;
/** Characters of a text that `pattern` looks at. Differs: AWS reads 1,500, which of an ECS event leaves out what happened to the task. */
export const patternCharsMax = 10_000;
/** Words and values of one text that `pattern` tells apart; what follows is one token. */
export const patternPartsMax = 256;
/** Nesting of JSON that `pattern` looks into; deeper values are one token each. */
export const patternDepthMax = 32;
/** Different texts, after masking, that are kept apart before they are merged; up to here the order of events does not matter. */
export const maskedTextsMax = 10_000;
/** Varying parts of these texts together, and of all patterns: each has its values in memory. */
export const maskedPartsMax = 100_000;
/** Patterns that differ only in words; once there are as many, further texts of that structure share one pattern. */
export const patternsPerStructureMax = 100;
/** Patterns of a query; texts beyond share the pattern `<Token-1>`. */
export const patternsMax = 2_000;
/** Different values of a token that are counted, and the characters kept of each. */
export const tokenValuesCounted = 32;
export const tokenValueCharsMax = 128;
/** Values of a token that are shown [AWS: 10]. */
export const tokenValuesKept = 10;
/** Whole events shown with a pattern, and the characters of each. */
export const patternSamplesKept = 3;
export const patternSampleCharsMax = 4_096;
/** Slices of the window in which a pattern's events are counted. */
export const patternTimelineSlices = 60;
/** Patterns named as related to a pattern. */
export const relatedPatternsMax = 5;
/** Most frequent values of a field that `relevantfields` compares one by one, and slices of a field of numbers. */
export const listedFieldValuesMax = 200;
export const numericRangesMax = 64;
/** Different texts that `parse … xml` reads in one query, characters of one of them [AWS: an event has 1 MB], and of all values found. */
export const xmlTextsMax = 200_000;
export const xmlTextCharsMax = 1_048_576;
export const xmlValueCharsMax = 64 * 1_048_576;
/** Rows that `fillmissing` may make [AWS: rows of a result, 100,000]. */
export const filledBinsMax = 100_000;
/** `k` of `topk` [AWS: 10,000]. */
export const topkMax = 10_000;
/** Ranges of one `histogram(n, ranges)`. */
export const histogramRangesMax = 1_000;
/** A file that `lint` reads; a synthesised template is smaller by far. */
export const lintedFileBytesMax = 32 * 1_048_576;
/** Live tails at once [AWS: 15 per account and Region], how long one of AWS's lasts [AWS: 3 hours], how often it is told [AWS: every second]. */
export const tailsMax = 15;
export const tailMsMax = 3 * 60 * 60 * 1000;
export const tailUpdateMs = 1_000;
/** Events of one update, and updates kept for a slow reader [AWS's numbers; they make 5,000 events]. */
export const tailEventsPerUpdateMax = 500;
export const tailUpdatesBufferedMax = 10;
/** Bytes of the messages in one update (JSON may make six of one, and AWS's clients take frames up to 24 MB), and of what is kept. */
export const tailUpdateBytesMax = 4 * 1_048_576;
export const tailBufferBytesMax = 8 * 1_048_576;
/** Events that all live tails together look at in one second, a fair share each, and bytes for one of them: with a filter pattern that is
 * a sixth of a core. An import would else be slowed down by those who watch. */
export const tailTakenEventsMax = 20_000;
export const tailTakenBytesMax = 8 * 1_048_576;
/** Recorded events that `tail` begins with, what they weigh, and how long it looks for them. */
export const tailRecordedEventsMax = 10_000;
export const tailRecordedBytesMax = 32 * 1_048_576;
export const tailRecordedMsMax = 10_000;
/** Scheduled queries, and one of them: its name, description, expression and log groups [AWS: not told, 255 or 300, 1,024, 256, 50]. */
export const schedulesMax = 200;
export const scheduleNameCharsMax = 300;
export const scheduleDescriptionCharsMax = 1_024;
export const scheduleExpressionCharsMax = 256;
export const scheduleLogGroupsMax = 50;
/** Runs of one scheduled query that are remembered, and for how long; the newest always is [AWS: not told]. Held in memory. */
export const scheduleRunsMax = 500;
export const scheduleRunsRetentionMs = 90 * 24 * 60 * 60 * 1_000;
/** Characters of one run's rows as events, which are committed together and so held in memory. */
export const deliveredCharsMax = 64 * 1_048_576;
/** Times that one run is begun, when the process ends in its middle; keeps a run that ends the process from doing so for ever. */
export const scheduleRunAttemptsMax = 3;
/** How far the clock of somebody who signs a request may be from ours [AWS: 5 minutes]. */
export const signatureSkewMs = 5 * 60_000;
/** How long a presigned URL lives when it does not say, and at most [AWS: 15 minutes for STS, 7 days]. */
export const presignedSecondsDefault = 900;
export const presignedSecondsMax = 604_800;
/** Characters of a secret or a token that somebody chose; shorter ones can be guessed. */
export const secretCharsLeast = 16;
/** A file of credentials. */
export const credentialsBytesMax = 1_048_576;
/** Body of a request to the AWS API: of most operations [AWS: about 1 MB], of those that take a batch (a megabyte of events, as JSON
 * escapes it at worst), of those that take a lookup table. JSON of scraps takes forty times its size, and seconds to read. */
export const operationBodyBytesMax = 1_048_576;
export const batchBodyBytesMax = 8 * 1_048_576;
export const awsBodyBytesMax = 24 * 1_048_576;
/** Entries of one PutEvents call, what they weigh together, and characters of a detail type [AWS: 10, 1 MB, 128]. */
export const putEventsEntriesMax = 10;
export const putEventsBytesMax = 1_048_576;
export const detailTypeCharsMax = 128;
/** How often files of credentials and certificates are looked at for changes. */
export const reloadIntervalMs = 5_000;
/** Headers of a request: their bytes [AWS: 8 KB or 10 KB a header line] and their number. */
export const headerBytesMax = 32_768;
export const headersMax = 200;
/** Connections at a time; those beyond are closed at once. Each costs a file and some kilobytes. */
export const connectionsMax = 4_096;
/** Requests that a connection may send before it has taken their answers; one that sends more is closed. Clients send one at a time. */
export const unansweredRequestsMax = 100;
/** Requests that are answered at the same time, all connections together; more are answered 503, which clients retry. */
export const requestsInFlightMax = 10_000;
/** How long a connection may take to send the headers of a request, the first one included, and the whole request. */
export const headersMs = 20_000;
export const requestMs = 300_000;
/** How long a connection may idle between requests. Longer than clients keep theirs (Go 90 s, load balancers 60 s), so that they
 * and not we close it: a request that crosses with our closing fails. */
export const keepAliveMs = 125_000;
/** A body that comes slower than this for so many looks at it, one each `bodyLookMs`, is given up; so is an answer of which the client
 * takes nothing for so many looks. */
export const bodyBytesPerSecondLeast = 8_192;
export const bodyLookMs = 5_000;
export const slowLooksMax = 3;
export const stalledLooksMax = 12;
/** Messages of one receive from a queue, how long it waits for the first [AWS: 10, 20 seconds], and how long when the queue is only to be
 * emptied; how long SQS may take to answer beyond that. */
export const queueReceivedMax = 10;
export const queueWaitSeconds = 20;
export const queueDrainWaitSeconds = 1;
export const queueAnswerMs = 10_000;
/** How long messages are hidden from other readers of the queue, again and again while they are stored [AWS: at most 12 hours]. What is no
 * event comes back after it, until the redrive policy takes it. */
export const queueHiddenSeconds = 60;
/** Readers of one queue at a time; each holds one receive, which has a megabyte at most. */
export const queueWorkersDefault = 16;
export const queueWorkersMax = 64;
/** The longest pause after a failure. */
export const queuePauseMsMax = 60_000;
/** Messages that are no events whose ids are remembered, so that each is reported once, and those of which the reason is kept. */
export const queueRefusedIdsMax = 10_000;
export const queueRefusalsKept = 1_000;
