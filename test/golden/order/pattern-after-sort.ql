# §3.0: pattern after sort is invalid.
sort @timestamp | pattern @message
