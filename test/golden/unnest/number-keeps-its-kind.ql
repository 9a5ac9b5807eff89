# 3.14 a computed number gets a new name
#@ groups docs
filter id = "d1" | fields 1 / 3 as third | unnest third into x | display x
