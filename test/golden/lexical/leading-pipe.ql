# §1.1: a query may not start with a pipe.
| fields id
