# §3.1, quirk 13: several `fields` add up in order of appearance.
fields id
| fields v
| filter id = "int"
| fields @logStream, v + 1 as next
