# 3.15 a list of lists is expanded twice
#@ groups docs
filter id = "d1" | fields jsonParse("[[1,2],[3]]") as l | expand l | expand l | display l
