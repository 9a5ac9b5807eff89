# §2.3, rule 5: a text of the form of a number that is too large for any is equal to no other text; it is not unknown.
filter id = "int"
| display concat("1e", 400) = "5" as a, concat("1e", 400) != "5" as b, not concat("1e", 400) in ["5", "6"] as c, 5 < "1e400" as d, isNumeric("1e400") as e
