# §3.5: and a key of sort.
filter user in ["ann", "bob"] | lookup teams user OUTPUT team | sort team, id | display id, team | limit 3
