# §3.16: blanks belong to the value.
filter user = "bob" | limit 1 | fields concat(user, " ") as blank | lookup teams user as blank OUTPUT team | display team
