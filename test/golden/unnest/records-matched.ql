# 5.3 what matches are events: filters before the list is taken apart decide
#@ groups docs
filter ispresent(id) | fields jsonParse(@message) as m | unnest m.nested into n | filter n.k = "a" | display n.k
