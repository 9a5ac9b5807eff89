# 3.14, quirk 24 nested objects walked step by step
filter id = "n1" | fields jsonParse(@message) as m | unnest m.detail into d | unnest d.containers into c | unnest c.exitCode into code | display d.lastStatus, c.name, code
