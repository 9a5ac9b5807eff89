# The first row per combination; rows with an absent key all stay.
filter status < 500 | sort ms desc | dedup user, region | limit 5
