# §3.26, inferred: afterwards only its own columns exist.
countFrequent status
| filter user = "ann"
