# A map of all pairs; the members that are named are read together.
parse @message logfmt as m | fields m.level, m.`user.id` | filter m.dur > 10
