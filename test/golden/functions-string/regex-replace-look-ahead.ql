# §1.8: RE2; look-ahead is refused when the query compiles.
fields regexReplace(id, "(?=a)", "x") as y
