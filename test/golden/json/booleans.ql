# 4.5 booleans are 1 and 0
#@ groups docs
filter id = "d1" | fields jsonParse(@message) as m | display m.ok, m.off, m.ok = 1 as a, m.off = 0 as b, m.ok + 1 as c
