# §2.3 rules 5 and 6: against a literal that is no number everything compares as text.
filter v >= "m"
| fields id
