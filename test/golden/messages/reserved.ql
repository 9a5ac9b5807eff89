filter not = 1
| fields user as by
| stats count(*) by as