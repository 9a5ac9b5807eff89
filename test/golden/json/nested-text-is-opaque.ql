# 2.2 a string whose content is JSON stays a string
#@ groups docs
filter id = "d1" | fields jsonParse(@message) as m | display m.str.in as a, jsonParse(m.str).in[1] as b, m.str as s
