# 3.7 grouping by a member
#@ groups docs
fields jsonParse(@message) as m | filter ispresent(m.id) | stats count(*) as n, sum(m.user.id) as s, latest(m.id) as l by m.ok as ok | sort ok
