dedup user
| sort user
| limit 5