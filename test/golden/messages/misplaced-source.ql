filter a = 1
| SOURCE '/aws/x'
| limit 5