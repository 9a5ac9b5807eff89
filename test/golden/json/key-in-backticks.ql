# 1.3 only the offending key is quoted
#@ groups docs
filter id = "d1" | fields jsonParse(@message) as m | display m.user.`user.id` as u
