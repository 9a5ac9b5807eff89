# §2.3 rules 5 and 6: numeric where both sides are numeric, textual where not: "n/a" > "9".
filter ms > "9"
| fields id, ms
