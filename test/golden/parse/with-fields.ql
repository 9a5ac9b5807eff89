# §5.2: with `fields`, captures are no columns.
parse @message "user=*," as who
| filter who = "bob"
| fields @logStream
