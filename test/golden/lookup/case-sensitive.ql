# §3.16: the match is exact and case-sensitive.
filter user = "ann" | fields concat("A", "nn") as upper, concat(user, " ") as blank | lookup teams user as upper OUTPUT team as t1 | lookup teams user as blank OUTPUT team as t2 | limit 1 | display t1, t2
