# 5.2 newest event first, items in the order of their list
#@ groups docs
filter ispresent(id) | fields jsonParse(@message) as m | unnest m.nested into n | limit 3 | display n.k
