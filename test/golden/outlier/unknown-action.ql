# §3.24: remove or transform.
outlier action=rm ms
