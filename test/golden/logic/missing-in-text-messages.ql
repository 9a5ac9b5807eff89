# §2.2: a message without fields has none of them: every one is missing, not empty.
filter @logStream = "text"
| stats sum(ispresent(id)) as ids, sum(ispresent(user)) as users, sum(ispresent(v)) as vs, count(id) as n
