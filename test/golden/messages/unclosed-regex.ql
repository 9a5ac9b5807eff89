filter detail.reason like /(?i)out of memory
| limit 5