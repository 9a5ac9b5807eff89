# §3.8: * may match the empty string, which is present.
parse @message "user=*alice" as nothing
| filter ispresent(nothing)
| display nothing, strlen(concat(nothing, "x")) as n
