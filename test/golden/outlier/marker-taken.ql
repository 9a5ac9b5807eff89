# §3.33: the marker is a new name.
fields id as ms_outlier
| outlier mark=true ms
