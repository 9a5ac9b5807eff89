# 3.7 the map is gone after stats
#@ groups docs
fields jsonParse(@message) as m | stats count(*) as n by m.ok as ok | filter m.ok = 1
