# 3.15 anything but a list stays one row
#@ groups docs
filter @logStream = "text" | sort @timestamp | expand @message
