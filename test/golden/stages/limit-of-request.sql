WITH source AS NOT MATERIALIZED (
SELECT CAST("@timestamp" AS BIGINT) AS "@timestamp", "user" AS "user", '1:' || CAST("@seq" AS VARCHAR) AS "@ptr", "@seq", "@bytes", rowid AS "@address", 1 AS "@group" FROM "events_1" WHERE "@timestamp" BETWEEN CAST($p1 AS BIGINT) AND CAST($p2 AS BIGINT)
)
SELECT "user" AS o1, "@ptr" AS o2
FROM source
ORDER BY "@timestamp" DESC, "@seq", "@group"
LIMIT 7
-- $p1 = 1764547200000
-- $p2 = 1782777600000
