# §4.7: the empty string as input gives null, except for isempty, isblank and concat.
filter id = "empty"
| display strlen(v) as a, toupper(v) as b, trim(v) as c, substr(v, 0) as d, replace(v, "a", "b") as e, startsWith(v, "a") as f, md5(v) as g, concat(v, "x") as h
