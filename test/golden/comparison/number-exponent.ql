# §1.4: a literal with exponent is that number.
filter v = 2e2 or v = 0.1e4
| fields id
