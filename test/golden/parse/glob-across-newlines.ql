# §3.8, §8 Q15: * matches newlines.
parse @message "first*second*" as a, b
| filter ispresent(a)
