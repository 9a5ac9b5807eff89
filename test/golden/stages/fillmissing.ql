# A row for each empty bin of the time range.
#@ start 2026-03-04T10:00:00.000Z
#@ end 2026-03-04T10:19:59.000Z
stats count(*) as n, max(ms) by bin(5m) as t | fillmissing with 0 for n | sort t desc
