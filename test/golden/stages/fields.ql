# Columns, an alias used by a later item and by a filter; the filter stands behind what it reads.
fields @timestamp, user, ms / 1000 as seconds, seconds * 2 as twice
| filter seconds > 0.1
