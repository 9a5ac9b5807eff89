# 3.8 a key without a value is true, an empty value is empty text (inferred)
#@ groups docs
filter @logStream = "logfmt" | parse logfmt as m | display m.flag, m.empty = "" as e, m.quoted = "" as q, m.nope, m.`user.id` as u
