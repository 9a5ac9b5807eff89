# 5.2 without fields the new names are shown, as those of parse (inferred)
#@ groups docs
filter id = "d1" | json field=@message "list" as l | unnest l into n | limit 2
