# §3.33: one name for two groups.
parse @message /(?<a>x)(?<a>y)/
