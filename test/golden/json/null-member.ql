# Q16 a JSON null is missing
#@ groups docs
filter id = "d1" | fields jsonParse(@message) as m | display ispresent(m.none) as there, coalesce(m.none, "was null") as c
