# 2.4 a member as a condition
#@ groups docs
fields jsonParse(@message) as m | filter m.ok and !m.off and m.user.id | display m.id
