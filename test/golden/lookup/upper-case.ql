# §1.2: words in any letter case.
filter id = "a1" | LOOKUP teams user output team | display team
