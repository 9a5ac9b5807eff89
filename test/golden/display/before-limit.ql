# §3.0: `display` may precede sort, filter, limit.
display id
| sort @timestamp
| limit 2
