# 3.8 a missing source gives nulls
#@ groups docs
filter id = "d1" | parse nope csv as a, b
