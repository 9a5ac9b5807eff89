# §3.16: a column under another name.
filter id = "a2" | lookup teams user OUTPUT lead as boss | display boss
