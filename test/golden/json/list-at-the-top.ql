# 4.5 a list at the top
#@ groups docs
filter @message like /two/ and @message like /three/ | fields jsonParse(@message) as m | display m, m[0], m[1] as b, m[2].three as c, m[3] as d, m[4][0] as e
