# 1.3 a field of the event is no list
#@ groups docs
fields nested[0].k
