# 3.15 a text in a map that holds a JSON list
#@ groups docs
filter id = "d2" | fields jsonParse(@message).list as l | expand l | display l
