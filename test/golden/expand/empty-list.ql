# 3.15 an empty list leaves no row
#@ groups docs
filter id = "d1" | fields jsonParse(@message).empty as e | expand e
