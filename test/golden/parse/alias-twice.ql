# §3.33: two captures of one name.
parse @message "user=*, method:*," as x, x
