# Rows of another log group beside these; fields of the right are read when they are named.
filter status = 200
| join type=left left=a right=b where a.user = b.user (SOURCE 'web')
| display a.id, b.id, b.status
