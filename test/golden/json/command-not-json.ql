# 3.8 events that do not match stay
#@ groups docs
filter @logStream = "text" | json field=@message "id" as x | stats count(*) as n, count(x) as found
