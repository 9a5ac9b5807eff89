# 3.8 any text may be read as logfmt
#@ groups docs
filter id = "d1" | fields "a=1 b=2" as t | parse t logfmt as m | display m.b, m.a
