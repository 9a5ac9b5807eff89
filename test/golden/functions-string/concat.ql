# §4.7: null counts as ""; a number shows as stored, a timestamp as rendered.
filter id = "float"
| display concat("a", nothing, "b") as a, concat(v, "/", id) as b, concat(@timestamp, "") as c, concat(nothing, "") as d, concat("x") as e
