# §3.33: a capture is write-once.
parse @message "user=*," as x | parse @message /method:(?<x>\w+)/
