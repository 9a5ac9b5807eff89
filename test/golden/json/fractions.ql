# 2.7 a number out of JSON is shown as the number it is (inferred)
#@ groups docs
filter id = "d1" | fields jsonParse(@message) as m | display m.dec, m.whole, m.dec * 2 as twice
