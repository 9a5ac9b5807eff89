fields @timestamp
| filtr user = 1
| limit 5
