# 2.3 members compare like fields
#@ groups docs
fields jsonParse(@message) as m | filter m.user.id = 7 and m.user.name like "Ann" and m.nested[0].k in ["a","z"] | display m.id
