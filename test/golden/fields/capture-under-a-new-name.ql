# §3.33: a capture is shown by aliasing it to a new name.
parse @message "user=*," as who
| filter ispresent(who)
| fields who as name
