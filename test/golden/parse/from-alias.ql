# §3.8: an alias made by `fields` can be the source.
fields concat(id, "-", v) as both
| parse both /^(?<left>\w+)-(?<right>\d+)$/
| filter right = 200
| display left, right
