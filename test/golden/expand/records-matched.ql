# 5.3 rows of items are no events
#@ groups docs
filter id = "d2" | expand list | stats count(*) as rows
