# §3.8: only with a regular expression.
parse @message "user=*," as user multi
