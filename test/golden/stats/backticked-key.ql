# §1.3, §3.7: a key that is a backticked field gives a column with the bare name.
filter @logStream = "nested"
| stats count(*) as n by `detail-type`
| sort `detail-type`
