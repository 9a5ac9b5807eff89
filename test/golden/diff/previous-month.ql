# 3.11 against the same time of the month before, by the calendar
#@ groups shop
#@ start 2026-05-20T10:00:00.000Z
#@ end 2026-05-20T10:59:59.999Z
pattern @message | DIFF previousmonth
