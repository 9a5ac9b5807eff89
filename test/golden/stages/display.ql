# The last display decides; what nobody needs is not read.
fields @message, ms * 2 as doubled
| display user
| filter doubled > 10
| display doubled, toupper(user) as loud
