filter user like "%ann%" and @timestamp > "2026-03-01"
| stats count(*) by bin(300s)