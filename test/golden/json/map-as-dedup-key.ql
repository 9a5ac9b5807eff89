# 2.6 a map as key of dedup is an error
#@ groups docs
fields jsonParse(@message) as m | dedup m
