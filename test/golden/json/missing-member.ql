# 2.1 a member that is not there is null
#@ groups docs
filter id = "d1" | fields jsonParse(@message) as m | display ispresent(m.nope) as a, ispresent(m.nope.deeper) as b, ispresent(m.id.deeper) as c, ispresent(m.id) as d
