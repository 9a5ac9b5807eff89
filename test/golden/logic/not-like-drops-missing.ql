# §2.3 rule 1, quirk 1: so is `not like`, with a string and with a regular expression.
filter user not like "bo" and user not like /^c/
| fields id
