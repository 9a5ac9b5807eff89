# 2.6 a map is no text
#@ groups docs
filter id = "d1" | fields jsonParse(@message) as m | parse m.user logfmt as l | display ispresent(l) as there
