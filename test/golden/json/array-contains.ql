# 4.5 jsonArrayContains is 1 or 0, case-sensitive, 0 for what is no list
#@ groups docs
filter ispresent(id) | fields jsonParse(@message) as m | sort id | display id, jsonArrayContains(m.list, 2) as a, jsonArrayContains(m.list, "p") as b, jsonArrayContains(m.list, "P") as c, jsonArrayContains("[1,", "1") as d, jsonArrayContains(nope, "1") as e, jsonArrayContains("[]", "") as f, jsonArrayContains("[true, 2.0]", 2) as g
