# §2.3 rule 3: a timestamp compares with any number, also one that is no time.
filter @timestamp < 9223372036854775807 and not (@timestamp > 9223372036854775807) and id = "a1"
| fields id
