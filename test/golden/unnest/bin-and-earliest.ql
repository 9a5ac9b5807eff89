# 3.7 rows of items keep the time of their event
#@ groups docs
filter ispresent(id) | fields jsonParse(@message) as m | unnest m.nested into n | stats count(*) as n_rows, earliest(n.k) as first by bin(1s) as t | sort t
