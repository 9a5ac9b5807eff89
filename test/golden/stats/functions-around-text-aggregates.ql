# §3.7: functions may wrap aggregates of text.
filter @logStream = "access"
| stats toupper(max(user)) as name, urldecode(min(path)) as path1, base64encode(earliest(user)) as code, strlen(latest(path)) as n, coalesce(max(nothing), "none") as absent
