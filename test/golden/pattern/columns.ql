# 3.10 four columns, most frequent first; tokens numbered among the variable parts; severity by words
#@ groups shop
#@ start 2026-05-20T10:00:00.000Z
#@ end 2026-05-20T10:59:59.999Z
pattern @message
