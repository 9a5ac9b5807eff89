# 3.0 pattern after sort is invalid
#@ groups shop
#@ start 2026-05-20T10:00:00.000Z
#@ end 2026-05-20T10:59:59.999Z
sort @timestamp | pattern @message
