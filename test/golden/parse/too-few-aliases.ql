# §3.8: the number of * is the number of aliases.
parse @message "user=*, method:*," as who
