# 2.6 a map as key of sort is an error
#@ groups docs
fields jsonParse(@message) as m | sort m
