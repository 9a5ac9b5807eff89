# §3.24: without `uselower` small values stay.
filter @logStream = "sorting" and isNumeric(s)
| sort @timestamp asc
| fields id, s
| outlier param=0.1 s
| filter id in ["s11", "s15"]
