# §2.3 rule 3, quirk 23: a timestamp against a date string is never true.
filter @timestamp > "2026-03-04" or @timestamp < "2026-03-04T10:00:00Z" or @timestamp = "2026-03-04 10:05:00.000"
| fields id
