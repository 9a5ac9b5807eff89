# §1.6: milliseconds.
filter id = "a3"
| fields bin(100ms) as a, bin(500ms) as b, bin(1ms) as c
