# Patterns, judged.
pattern @message | anomaly
