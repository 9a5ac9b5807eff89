# §3.16: several keys must all match.
filter ispresent(status) | sort id | lookup codes status, path OUTPUT meaning, `on call` as who | display id, status, path, meaning, who
