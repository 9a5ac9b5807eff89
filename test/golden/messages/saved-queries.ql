$Missing(a = 1)
| $Errors
| $Errors(limit = 5, colour = "red")