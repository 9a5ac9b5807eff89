# §3.16: what one lookup gives is a key of the next.
filter id = "a2" | fields "dan" as d | lookup teams user as d OUTPUT lead | lookup teams lead OUTPUT user as who, team | display lead, who, team
