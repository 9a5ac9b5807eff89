# Values from left to right.
parse csv as number, name | fields concat(name, "!") as loud
