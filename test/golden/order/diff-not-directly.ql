# §3.0: only directly on the output of pattern.
pattern @message | limit 5 | diff previousDay
