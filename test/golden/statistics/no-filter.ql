# §5.3: without a filter every scanned event matches.
stats count(*) as n
