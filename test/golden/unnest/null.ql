# 3.14 null leaves one row with null
#@ groups docs
filter id = "d1" | fields jsonParse(@message) as m | unnest m.none into n | unnest m.nope into o | display n, o, m.id
