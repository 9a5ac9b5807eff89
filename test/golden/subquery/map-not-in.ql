# §2.3: a map equals nothing, so that not in is true of it; d2 has bob.
#@ groups docs
filter jsonParse(@message).user not in (SOURCE 'app' | fields user) | fields id
