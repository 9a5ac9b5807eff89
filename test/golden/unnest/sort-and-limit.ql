# 3.5, 3.6 items are sorted and limited as rows
#@ groups docs
filter ispresent(id) | fields jsonParse(@message) as m | unnest m.nested into n | sort n.k desc | limit 3 | display n.k, m.id
