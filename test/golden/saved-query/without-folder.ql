# §3.31, Inferred: the last part of a name is enough where only one query has it.
$of(who = 'bob')
