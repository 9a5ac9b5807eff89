join left=a right=a where a.user = a.user (SOURCE 'app')
| join left=a right=b where a.user > b.user (SOURCE 'app')
| join type=outer left=a right=b where a.user = b.user (SOURCE 'app' | limit 1)