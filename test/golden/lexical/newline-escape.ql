# §1.4: "\n" in a string is a newline.
filter @message like "line\nsecond"
| display @message
