# 3.33 the name stays taken
#@ groups docs
filter id = "d2" | fields list as l | expand l | fields id as l
