# Arithmetic around aggregates, comparisons inside, and an alias of the same command.
stats sum(status >= 500) as failed, count(*) as all_of, failed * 100 / all_of as percent by coalesce(user, "nobody") as who
