# §3.16: a number is compared by its text.
filter id in ["a1", "a2", "a3"] | sort id | fields status + 0 as s | lookup codes status as s OUTPUT meaning | display s, meaning
