# §1.8: `.` is a code point.
filter @message like /^Gr..e=5 . .$/
| display strlen(@message) as n
