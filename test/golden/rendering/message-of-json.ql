# §2.2: @message is the text as it came, numbers as written.
filter id in ["float", "exp", "big"]
| fields @message
