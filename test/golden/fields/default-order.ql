# §5.2: without `sort`, newest first; equal times in order of ingestion; a late event stands at its time.
filter @logStream = "text"
| fields substr(@message, 0, 8) as head
