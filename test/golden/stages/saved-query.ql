# The call is in the tree; plan and statement are those of its text.
$`ops/slow`(where = "eu") | stats count(*) by user
