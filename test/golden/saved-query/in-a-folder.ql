# §3.31: a name with its folder; several commands in one saved query.
$`ops/of`(who = "ann")
