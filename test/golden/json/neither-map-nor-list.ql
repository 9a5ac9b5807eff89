# 4.5 text, scalars and broken JSON give an empty value
#@ groups docs
filter @logStream = "text" | fields jsonParse(@message) as m | sort @timestamp | display ispresent(m) as there, m.id as id, ispresent(m[0]) as first
