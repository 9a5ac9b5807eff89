# 1.7 postfix member access on calls
#@ groups docs
filter id = "d1" | display jsonParse(@message).user.id as a, jsonParse(@message).list[1] as b, jsonParse(str).in[0] as c
