# §3.11: diff works on patterns.
filter ispresent(user) | diff
