# §3.5, quirk 14: null, then text by runs (digit runs by length first), then numbers; equal numbers textually.
filter @logStream = "sorting"
| fields id, s
| sort s asc
