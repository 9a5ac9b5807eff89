# 3.8 csv: surplus values are ignored
#@ groups docs
filter @logStream = "csv" | sort @timestamp | parse csv as a, b | display a + 1 as n, b
