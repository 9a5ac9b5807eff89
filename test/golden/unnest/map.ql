# 3.14, quirk 24 a map counts as a list of one: it gets a new name
#@ groups docs
filter ispresent(id) | fields jsonParse(@message) as m | unnest m.nested into n | sort @timestamp desc | display m.id, n.k
