# §3.18, §3.30: the right side may have a time of its own.
filter id = "a1" | join type=left left=a right=b where a.user = b.user (SOURCE 'web' START=1772618716 END=now) | display a.id, b.id
