# §3.31, §1.3: without quotes the argument is the name of a field, which no event has.
$of(who = ann)
