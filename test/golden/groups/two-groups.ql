# §2.2, §5.2: one result over several groups, newest first; @log names the group.
#@ groups app, web
filter user = "ann"
| fields @log, id
