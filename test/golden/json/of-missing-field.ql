# 4.5 no text, no map
#@ groups docs
filter id = "d1" | fields jsonParse(@message) as m | display ispresent(jsonParse(nope)) as a, jsonParse(nope).x as b
