# 4.4 if and coalesce keep maps
#@ groups docs
filter id = "d1" | fields jsonParse(@message) as m | fields if(m.ok, m.user, "none") as a, coalesce(m.nope, m.list) as b, coalesce(m.nope, "text") as c, case(m.off, m.list, 1.5) as d | display a, a.id as uid, b[2] as last, c, d
