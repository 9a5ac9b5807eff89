# §3.16: AWS's sample lists the columns before it fills them.
filter id = "a2" | fields id, user, team, lead | lookup teams user OUTPUT team, lead
