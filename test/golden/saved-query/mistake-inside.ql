# §3.31, §3.7: a mistake in the saved text is shown at the call.
stats count(*) by region | $failures()
