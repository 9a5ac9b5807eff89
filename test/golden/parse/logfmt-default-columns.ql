# 5.2 the map is a capture
#@ groups docs
filter @logStream = "logfmt" | parse logfmt as m
