# 3.7 names from before are unknown after it
#@ groups shop
#@ start 2026-05-20T10:00:00.000Z
#@ end 2026-05-20T10:59:59.999Z
pattern @message | filter @timestamp > 0
