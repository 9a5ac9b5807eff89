# 3.14 a field of the event gets a new name
#@ groups docs
filter id = "d1" | unnest id into x | display x
