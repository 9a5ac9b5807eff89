sort user
| pattern @message
| logcompare 7d