# §5.2: without `fields` or `display` all captures are columns.
parse @message "user=*," as who
| parse @message /method:(?<method>\w+)/
| filter who = "bob"
