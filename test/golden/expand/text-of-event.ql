# 3.15 in place: the field is the item from here on
#@ groups docs
filter id = "d2" | fields list, id | expand list | filter list != "q"
