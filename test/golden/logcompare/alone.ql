# 3.28 the window moved back, over the patterns of the messages
#@ groups shop
#@ start 2026-05-20T10:00:00.000Z
#@ end 2026-05-20T10:59:59.999Z
logcompare timeshift 7d
