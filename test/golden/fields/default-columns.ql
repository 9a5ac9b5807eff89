# §5.2, quirk 32: without a selecting command the columns are @timestamp, @message and @ptr; newest first.
filter id in ["c1", "c2"]
