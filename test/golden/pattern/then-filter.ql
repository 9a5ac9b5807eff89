# 3.10 its columns are names for later commands, others are gone
#@ groups shop
#@ start 2026-05-20T10:00:00.000Z
#@ end 2026-05-20T10:59:59.999Z
pattern @message | filter @severityLabel != "INFO" | fields @pattern, @sampleCount * 10 as tenfold
