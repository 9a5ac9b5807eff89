# quirk 27, §4.8: the aggregate of a truth value is 1 or 0 and can be calculated with and compared.
filter @logStream = "access"
| stats max(!ok) * 2 as twice, max(ok) + min(ok) as both, latest(user = "bob") + 1 as last, greatest(max(user = "ann"), 3) as top, max(user = "zoe") as never
| filter never < 1 and twice > 1
