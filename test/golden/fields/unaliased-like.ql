# §2.1: a comparison is a column; `like` needs parentheses or not.
filter id = "a1"
| fields (user like /^a/) as hit, user like "n" as n
