# 4.5 split gives a list, shown as JSON
#@ groups docs
filter id = "d1" | fields split("a,b,,c", ",") as parts, split("abc", ",") as whole, split(nope, ",") as none | display parts, parts[1] as b, parts[2] as empty, parts[9] as beyond, whole, none, jsonArraySize(parts) as n, strlen(parts) as length
