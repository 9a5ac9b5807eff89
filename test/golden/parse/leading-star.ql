# §3.8: a leading * starts at the beginning of the value.
parse @message "*, method:*," as head, method
| filter ispresent(method)
