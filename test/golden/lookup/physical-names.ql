# §1.3: fields may be called as columns of the engine are.
filter id = "a2" | fields user as c1, path as c2, status as row, "x" as c3 | lookup codes status as row, path as c2 OUTPUT meaning as c4 | display c1, c2, row, c3, c4
