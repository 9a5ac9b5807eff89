# 3.14 a list made by split is refused
#@ groups docs
fields split(id, "d") as parts | unnest parts into p
