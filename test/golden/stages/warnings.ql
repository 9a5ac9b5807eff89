# What compiles and is hardly meant says so.
fields detail-type
| filter @timestamp > "2026-03-04" and path like "%a%"
| stats count(*) by bin(300s),
