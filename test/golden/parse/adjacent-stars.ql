# §8 Q15: `**` is refused.
parse @message "user=**" as a, b
