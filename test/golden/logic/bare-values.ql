# §2.4: non-zero is true, 0 is false, null and text that is no number are unknown.
filter v
| fields id
