# 3.15 a member of a map
#@ groups docs
filter id = "d1" | fields jsonParse(@message).nested as n | expand n | display n.k
