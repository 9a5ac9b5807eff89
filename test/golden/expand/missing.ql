# 3.15 a missing field stays one row
#@ groups docs
filter id = "d1" | fields nope | expand nope | display nope, id
