# 3.8 logfmt gives a map of all pairs
#@ groups docs
filter @logStream = "logfmt" | parse @message logfmt as m | display m.level, m.msg, m.path, m.retries + 1 as r, m.dur
