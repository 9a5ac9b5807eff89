# 4.5 the text "true" is no boolean
#@ groups docs
filter id = "d2" | fields jsonParse(@message) as m | display m.ok
