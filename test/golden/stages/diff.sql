WITH source AS NOT MATERIALIZED (
SELECT CAST("@timestamp" AS BIGINT) AS "@timestamp", "path" AS "path", "@seq", "@bytes", rowid AS "@address", 1 AS "@group" FROM "events_1" WHERE "@timestamp" BETWEEN CAST($p1 AS BIGINT) AND CAST($p2 AS BIGINT)
)
SELECT "path" AS o1, "@timestamp" AS o2
FROM source
-- $p1 = 1764547200000
-- $p2 = 1782777600000
-- its rows go through pattern; what comes out is the source of:

WITH source AS NOT MATERIALIZED (
SELECT item.*, "@seq" FROM (SELECT unnest(list) AS item, generate_subscripts(list, 1) AS "@seq" FROM (SELECT from_json($p1, '[{"c11":"VARCHAR","c12":"DOUBLE","c13":"DOUBLE","c14":"VARCHAR","c15":"DOUBLE","c16":"VARCHAR","c17":"VARCHAR","c18":"VARCHAR","c19":"VARCHAR","c20":"VARCHAR","c21":"VARCHAR","c22":"VARCHAR"}]') AS list))
)
SELECT c11 AS o1, c12 AS o2, c13 AS o3, c14 AS o4, c15 AS o5, c16 AS o6
FROM source
ORDER BY c15 DESC NULLS LAST, "@seq"
LIMIT 10000
-- $p1 = "[]"
