WITH source AS NOT MATERIALIZED (
SELECT CAST("@timestamp" AS BIGINT) AS "@timestamp", "region" AS "region", "user" AS "user", '1:' || CAST("@seq" AS VARCHAR) AS "@ptr", "@seq", "@bytes", rowid AS "@address", 1 AS "@group" FROM "events_1" WHERE "@timestamp" BETWEEN CAST($p1 AS BIGINT) AND CAST($p2 AS BIGINT)
),
s1 AS NOT MATERIALIZED (
SELECT *, last_value("region" IGNORE NULLS) OVER w AS c1, row_number() OVER w AS n1 FROM source
WINDOW w AS (ORDER BY "@timestamp" ASC NULLS FIRST, "@seq", "@group" ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)
)
SELECT "user" AS o1, c1 AS o2, "@ptr" AS o3
FROM s1
ORDER BY "@timestamp" ASC NULLS FIRST, "@seq", "@group", n1
LIMIT 10000
-- $p1 = 1764547200000
-- $p2 = 1782777600000
