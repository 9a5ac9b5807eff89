# 3.0 sort may follow pattern
#@ groups shop
#@ start 2026-05-20T10:00:00.000Z
#@ end 2026-05-20T10:59:59.999Z
pattern @message | sort @sampleCount asc | limit 2
