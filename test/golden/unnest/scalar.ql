# 3.14 text and numbers count as a list of one
#@ groups docs
filter id = "d2" | fields jsonParse(@message) as m | unnest m.user into u | display u
