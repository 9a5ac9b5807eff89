stats
| stats user by path
| stats count(*) by
| stats by user