# 3.10 a pattern of the events that pass the filters; 5.3 recordsMatched counts these
#@ groups shop
#@ start 2026-05-20T10:00:00.000Z
#@ end 2026-05-20T10:59:59.999Z
filter @message like "Error" | pattern @message
