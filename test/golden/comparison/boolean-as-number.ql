# §2.1, quirk 2: JSON true and false are 1 and 0.
filter ok = 1
| fields id, ok
