filter a = 1
| estimate
| limit 5