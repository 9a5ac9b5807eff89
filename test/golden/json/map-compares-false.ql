# 2.3 rule 2 a map on either side makes a comparison false
#@ groups docs
filter id = "d1" | fields jsonParse(@message) as m | display m.user = "x" as a, m.user != "x" as b, m.user in ["x"] as c, m.user not in ["x"] as d, not (m.list > 1) as e, m.nope != "x" as f
