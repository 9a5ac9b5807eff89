# §8 Q4: `not` of unknown is unknown.
filter not (user = "bob")
| fields id
