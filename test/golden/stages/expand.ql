# In place, for text that holds a list.
parse @message /"resources":(?<arns>\[[^\]]*\])/
| expand arns
