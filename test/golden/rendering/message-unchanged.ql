# §2.7: @message is shown unchanged, trailing newline included.
filter @message like /^first/ or @message like "☃"
| fields @message
