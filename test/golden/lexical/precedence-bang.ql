# §1.7: `!` binds tightly: (!status) = 200, and a truth value is never 200.
filter !status = 200
| fields id
