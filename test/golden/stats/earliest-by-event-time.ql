# §4.8: by @timestamp, not by order of ingestion: the late arrival is earliest.
filter @logStream = "text"
| stats earliest(@message) as first
