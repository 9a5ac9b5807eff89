filter user in [a, b]
| filter user in ("a", "b")
| filter user in "a"
| filter user in ["a" "b"]