# §2.3 rule 6: `<` on strings goes by code point unless both sides are numeric.
filter id = "int"
| display "abc" < "abd" as a, "B" < "a" as b, "10" < "9" as c, "10" < "9a" as d, "10" = "10.0" as e
