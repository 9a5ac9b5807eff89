# §2.3 rule 3: never true, for `!=` too.
filter @timestamp != "2026-03-04"
| fields id
