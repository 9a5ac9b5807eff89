# 3.9 dedup by a member
#@ groups docs
fields jsonParse(@message) as m | filter ispresent(m.id) | sort @timestamp | dedup m.id | limit 1
