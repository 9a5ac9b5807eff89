# 3.7 items of a list that stats made
#@ groups docs
filter ispresent(id) | stats values(id) as ids | fields ids[1] as second, ids
