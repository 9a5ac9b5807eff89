WITH source AS NOT MATERIALIZED (
SELECT CAST("@timestamp" AS BIGINT) AS "@timestamp", "status" AS "status", "@message" AS "@message", "@seq", "@bytes", rowid AS "@address", 1 AS "@group" FROM "events_1" WHERE "@timestamp" BETWEEN CAST($p1 AS BIGINT) AND CAST($p2 AS BIGINT)
)
SELECT "@message" AS o1, "@timestamp" AS o2
FROM source
WHERE $p3 <= TRY_CAST(regexp_extract("status", '^[-+.0-9]+([eE][-+]?[0-2]?[0-9]{1,2})?$') AS DOUBLE)
-- $p1 = 1764547200000
-- $p2 = 1782777600000
-- $p3 = 500
-- its rows go through pattern; what comes out is the source of:

WITH source AS NOT MATERIALIZED (
SELECT item.*, "@seq" FROM (SELECT unnest(list) AS item, generate_subscripts(list, 1) AS "@seq" FROM (SELECT from_json($p1, '[{"c1":"VARCHAR","c2":"DOUBLE","c3":"DOUBLE","c4":"VARCHAR","c5":"VARCHAR","c6":"VARCHAR","c7":"VARCHAR","c8":"VARCHAR","c9":"VARCHAR","c10":"VARCHAR"}]') AS list))
)
SELECT c1 AS o1, c2 AS o2, c3 AS o3, c4 AS o4
FROM source
WHERE c3 > $p2
ORDER BY "@seq"
LIMIT 5
-- $p1 = "[]"
-- $p2 = 1
