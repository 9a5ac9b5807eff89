# §2.4: 18F's idiom: an unknown condition becomes 0.
filter id in ["a4", "a5"]
| fields id, coalesce(user = "cid" and ok, 0) as hit, !coalesce(user = "cid", 0) as miss
