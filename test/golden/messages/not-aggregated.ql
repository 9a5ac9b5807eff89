stats user, count(*) by path
| stats 1 as one