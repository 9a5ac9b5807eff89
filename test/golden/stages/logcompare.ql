# Patterns of the messages against those of a week before.
filter region = "eu" | logcompare timeshift 7d
