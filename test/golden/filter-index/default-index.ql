# §3.4: every log group has an index on @logStream.
#@ groups app, web
filterIndex @logStream = "clock" | stats count(*) as n
