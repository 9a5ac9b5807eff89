# 2.3 rule 5 a numeric text literal against a JSON number
#@ groups docs
fields jsonParse(@message) as m | filter m.user.id = "7" and m.user.id >= 6.5 | display m.id
