# §2.4: unknown and false is false, so its negation is true.
filter not (user = "ann" and path = "/none") and region = "us"
| fields id
