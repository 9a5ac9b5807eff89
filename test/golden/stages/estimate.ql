# The plan is not run.
filter status >= 500 | estimate
