# 2.6 where only the event tells that it is a map, a map counts as null
#@ groups docs
fields jsonParse(@message) as m | filter ispresent(m.id) | stats count(*) as n, count(m.user) as users, countDistinct(m.user) as d by m.user | sort m.user
