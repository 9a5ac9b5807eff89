# Sessions follow the times of the events.
sessionize user maxspan 5m as visit | stats count(*) as requests by user, visit
