# 3.15 the field keeps its name
#@ groups docs
filter id = "d2" | fields list as l | expand l | stats count(*) as n by l | sort l
