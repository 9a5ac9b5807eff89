# §3.8: a glob needs its aliases.
parse @message "user=*"
