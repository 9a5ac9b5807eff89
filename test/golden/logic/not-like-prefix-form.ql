# §4.1: `not f like …` negates too.
filter not user like "bob"
| fields id
