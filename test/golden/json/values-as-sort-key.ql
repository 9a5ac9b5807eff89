# 2.6 a list of values as key is an error
#@ groups docs
stats values(id) as ids by @logStream as s | sort ids
