limit 0
| limit -5
| limit 1.5
| limit many
| limit
| limit 5 10