# §2.7, quirk 3: a discovered value is shown as ingested; booleans are 1 and 0; null and missing cells are absent.
filter @logStream = "types"
| fields id, v
