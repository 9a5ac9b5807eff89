# §3.0: pattern and then sort is fine.
filter ispresent(user) | pattern user | sort @pattern desc | display @pattern
