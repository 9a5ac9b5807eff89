# §4.2: kilometres on a sphere of radius 6371 km: half its circumference, a quarter, one degree; none is 0; null without a number.
filter id = "int"
| display haversine(0, 0, 0, 180) as a, haversine(90, 10, 0, 77) as b, haversine(0, 0, 1, 0) as c, haversine(52.5, 13.4, 52.5, 13.4) as d, haversine(nothing, 0, 0, 0) as e, haversine("x", 0, 0, "") as f, haversine("0", 0, 0, "90") as g
