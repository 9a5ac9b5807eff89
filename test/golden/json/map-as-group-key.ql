# 2.6 a map as key of stats is an error
#@ groups docs
fields jsonParse(@message) as m | stats count(*) by m
