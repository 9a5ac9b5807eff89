# 1.3 in a map a path in one pair of backticks is no path (inferred)
#@ groups docs
filter id = "d1" | fields jsonParse(@message) as m | display `m.user.id` as u
