# Q23 64-bit integers keep their digits
#@ groups docs
filter id = "d1" | fields jsonParse(@message) as m | display m.big, m.big + 1 as more, m.big = 9007199254740993 as same, m.big = 9007199254740992 as other
