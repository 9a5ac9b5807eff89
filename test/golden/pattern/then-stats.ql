# 3.10 stats over patterns
#@ groups shop
#@ start 2026-05-20T10:00:00.000Z
#@ end 2026-05-20T10:59:59.999Z
pattern @message | stats sum(@sampleCount) as events, count(*) as patterns by @severityLabel | sort @severityLabel
