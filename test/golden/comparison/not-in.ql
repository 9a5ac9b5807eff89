# §2.3 rule 1, quirk 1: `not in` drops rows without the field.
filter @logStream = "types" and v not in [200, 7, 1, 0, -3, 1.5, 1000]
| fields id
