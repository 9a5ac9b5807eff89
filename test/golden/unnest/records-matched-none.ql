# 5.3 an empty list does not unmatch its event
#@ groups docs
filter id = "d1" | fields jsonParse(@message) as m | unnest m.empty into n | display n
