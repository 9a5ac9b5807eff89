# 3.8 csv of any text
#@ groups docs
filter id = "d1" | fields "x, \"y\",z\"q\"," as t, "" as none | parse t csv as a, b, c, d | parse none csv as e, f | display a, b, c, d, e, f, ispresent(d) as dd
