# 3.14 a list made by values is refused
#@ groups docs
stats values(id) as ids | unnest ids into x
