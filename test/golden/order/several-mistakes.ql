# §3.0: the first of several mistakes, in the order of the commands.
dedup user | sort user | filter status = 200
