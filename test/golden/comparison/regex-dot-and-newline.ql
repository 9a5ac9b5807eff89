# §1.8: `.` does not match a newline unless (?s).
filter @message like /second/
| display @message like /first.*second/ as plain, @message like /(?s)first.*second/ as dotall
