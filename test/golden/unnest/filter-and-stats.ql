# 3.14 rows of items are filtered and counted like any other
#@ groups docs
filter ispresent(id) | fields jsonParse(@message) as m | unnest m.nested into n | filter n.k != "b" | stats count(*) as rows, countDistinct(m.id) as events, values(n.k) as ks
