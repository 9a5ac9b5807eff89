# §3.2: showing a capture is always legal in `display`.
parse @message "method:*," as method
| filter ispresent(method)
| display method, @logStream
