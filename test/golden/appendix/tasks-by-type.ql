# App. A: counting by `detail-type`.
stats count(*) as n by `detail-type`
| sort n desc
| limit 1
