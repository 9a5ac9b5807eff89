# §1.5: `#` inside a string or a regular expression is a character like any other.
filter @message like "b # not"
| parse @message /# (?<rest>.*)/
| display rest
