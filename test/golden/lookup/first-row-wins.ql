# §3.16, Inferred: of rows with the same key the first; ann is red and green.
filter user = "ann" | lookup teams user OUTPUT team | stats count(*) as n by team
