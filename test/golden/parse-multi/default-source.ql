# §3.8: the source defaults to @message.
filter @message like "[x]"
| parse /\[(?<inner>\w)\]/ multi
