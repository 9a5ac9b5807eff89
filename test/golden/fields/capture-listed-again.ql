# §3.33, quirk 11: listing a capture in `fields` counts as defining it again.
parse @message "user=*," as who
| fields who
