fields @timestamp, user
| 