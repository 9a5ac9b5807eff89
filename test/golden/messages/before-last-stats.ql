stats count(*) as n by user, path
| sort n desc
| limit 5
| stats max(n) by user