# 1.3 keys may hold anything but a backtick
#@ groups docs
filter id = "d2" | fields jsonParse(@message) as m | display m.odd.`a/b~c` as a, m.odd.`say "hi"` as b, m.odd.`*` as c, m.odd.`back\slash` as d, m.odd.`grüße` as e
