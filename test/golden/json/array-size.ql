# 4.5 jsonArraySize counts the items of a list or of JSON text
#@ groups docs
filter ispresent(id) | fields jsonParse(@message) as m | sort id | display id, jsonArraySize(m.list) as a, jsonArraySize("[]") as b, jsonArraySize(m.nested) as c, jsonArraySize("{}") as d, jsonArraySize("[1,") as e, jsonArraySize(id) as f, jsonArraySize(" [1, [2,3]] ") as g
