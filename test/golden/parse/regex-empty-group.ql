# §3.8: a group that matched the empty string is present.
parse @message /user=(?<none>x*)(?<who>\w+)/
| filter ispresent(none)
