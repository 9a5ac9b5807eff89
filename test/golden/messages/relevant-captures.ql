parse @message "user=*," as who
| relevantfields who where status >= 500