# 3.11, Q14 against the window of the same length before; positive is more now
#@ groups shop
#@ start 2026-05-20T10:00:00.000Z
#@ end 2026-05-20T10:59:59.999Z
pattern @message | diff
