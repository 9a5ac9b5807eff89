# §4.7, §2.7: numbers and booleans are taken as their text.
filter id = "a2"
| display concat(status, "") as a, toupper(ms) as b, substr(status, 0, 1) as c, concat(ok, "!") as d, startsWith(status, "50") as e
