# §1.8: `.` does not match a newline unless (?s).
filter @message like "second"
| parse @message /first(?<rest>.*)/
| parse @message /(?s)first(?<all>.*)/
