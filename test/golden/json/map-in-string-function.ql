# 2.6 a map behaves like null for functions
#@ groups docs
filter id = "d1" | fields jsonParse(@message) as m | display strlen(m.user) as a, concat("<", m.user, ">") as b, toNumber(m.list) as c, isempty(m.user) as d, m.user + 1 as e, tolower(m) as f, m.user like /Ann/ as g
