# §4.8, quirk 27: a comparison is a number that can be summed.
filter @logStream = "access"
| stats sum(status >= 500) as bad, sum(user = "ann") as ann, sum(ok) as oks, max(!ok) as anyFailed, sum(ispresent(user)) as users, sum(user like /^a/ and ok) as both, avg(ok) as share
