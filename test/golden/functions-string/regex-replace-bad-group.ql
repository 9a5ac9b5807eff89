# §4.7, inferred: a group that the pattern has not is refused; RE2 would leave the text as it is.
fields regexReplace(id, "(a)", "\\2") as x
