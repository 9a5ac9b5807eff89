# 3.8 csv: values from left to right, quoted as RFC 4180 has it, lacking ones are null
#@ groups docs
filter @logStream = "csv" | sort @timestamp | parse @message csv as a, b, c, d, e
