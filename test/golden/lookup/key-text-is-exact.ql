# §3.16: text as it is: 200, but not 2e2.
filter id in ["int", "text", "exp"] | lookup codes status as v OUTPUT meaning | display id, meaning
