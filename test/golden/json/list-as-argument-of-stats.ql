# 2.6 a list as argument of an aggregate is an error
#@ groups docs
fields split(id, "d") as parts | stats count(parts)
