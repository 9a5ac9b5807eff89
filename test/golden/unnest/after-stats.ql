# 3.14 a list that came out of stats by way of JSON
#@ groups docs
filter id = "d1" | stats latest(str) as s by id as i | fields jsonParse(s) as j, i | unnest j.in into n | display i, n
