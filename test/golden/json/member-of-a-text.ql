# 1.7 the result of a text function has no members
#@ groups docs
fields trim(id).x
