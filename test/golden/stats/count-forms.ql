# §4.8, quirk 26: count(f) ignores rows without f; count(), count(*) and count(1) do not.
filter @logStream = "access"
| stats count(), count(*), count(1), count(user) as users, count(ms), count(nothing)
