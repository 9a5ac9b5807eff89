# 3.10 the pattern of a string function
#@ groups shop
#@ start 2026-05-20T10:00:00.000Z
#@ end 2026-05-20T10:59:59.999Z
filter @message like /^Warn/ | pattern toupper(@message)
