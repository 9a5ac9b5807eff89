WITH source AS NOT MATERIALIZED (
SELECT CAST("@timestamp" AS BIGINT) AS "@timestamp", "user" AS "user", '1:' || CAST("@seq" AS VARCHAR) AS "@ptr", "@seq", "@bytes", rowid AS "@address", 1 AS "@group" FROM "events_1" WHERE "@timestamp" BETWEEN CAST($p1 AS BIGINT) AND CAST($p2 AS BIGINT) AND "@ingestionTime" >= CAST($p3 AS BIGINT)
)
SELECT "user" AS o1, "@ptr" AS o2
FROM source
WHERE "user" IN ($p4, $p5)
ORDER BY "@timestamp" DESC, "@seq", "@group"
LIMIT 10000
-- $p1 = 1764547200000
-- $p2 = 1782777600000
-- $p3 = 1782691200000
-- $p4 = "ann"
-- $p5 = "bob"
