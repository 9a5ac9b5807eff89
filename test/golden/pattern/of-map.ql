# 2.6 a map as operand of pattern is an error
fields jsonParse(@message) as m | pattern m
