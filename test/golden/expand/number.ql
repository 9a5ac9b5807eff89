# 3.15 a number stays one row
#@ groups docs
filter id = "d1" | fields 1 + 1 as two | expand two | display two
