# §4.8, observed: 0 when the field is constant.
filter @logStream = "access"
| filter status = 200
| stats rate(status, 1m)
