# §3.18: AWS's sample with fields before and after.
fields @timestamp, user, status | join type=inner left=app right=auth where app.user=auth.user (SOURCE 'web') | fields app.user, app.status, auth.status | sort app.status desc | limit 50
