# §2.4: only 0 is false; text that is no number is unknown under `not` too.
filter not v
| fields id
