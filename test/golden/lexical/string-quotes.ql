# §1.4: single and double quotes are equivalent; each may hold the other.
filter id in ['int', "text"]
| sort v
| display 'say "hi"' as a, "it's" as b
| limit 1
