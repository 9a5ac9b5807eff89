# 3.15 a list made by split stays one row
#@ groups docs
filter id = "d1" | fields split("a,b", ",") as parts | expand parts | display parts, id
