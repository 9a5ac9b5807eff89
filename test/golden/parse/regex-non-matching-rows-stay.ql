# §3.8: an event that does not match is kept.
filter id in ["int", "word"]
| parse @message /"v":(?<digits>\d+)/
