# 3.8 an event that does not match stays, with null
#@ groups docs
filter @logStream = "text" | parse @message logfmt as m | stats count(*) as n, sum(ispresent(m)) as maps
