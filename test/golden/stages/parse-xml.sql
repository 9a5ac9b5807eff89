WITH source AS NOT MATERIALIZED (
SELECT CAST("@timestamp" AS BIGINT) AS "@timestamp", "ms" AS "ms", "path" AS "path", "@message" AS "@message", '1:' || CAST("@seq" AS VARCHAR) AS "@ptr", "@seq", "@bytes", rowid AS "@address", 1 AS "@group" FROM "events_1" WHERE "@timestamp" BETWEEN CAST($p1 AS BIGINT) AND CAST($p2 AS BIGINT)
),
s1 AS NOT MATERIALIZED (
SELECT *, CASE WHEN regexp_matches("path", $p4) THEN sha256("path") END AS x1_1 FROM source
WHERE $p3 < TRY_CAST(regexp_extract("ms", '^[-+.0-9]+([eE][-+]?[0-2]?[0-9]{1,2})?$') AS DOUBLE)
),
x2 AS MATERIALIZED (
SELECT item.*, place FROM (SELECT unnest(list) AS item, generate_subscripts(list, 1) AS place FROM (SELECT from_json($p5, '[{"digest":"VARCHAR","c3":"VARCHAR"}]') AS list))
),
s3 AS NOT MATERIALIZED (
SELECT s1.*, x2.c3 FROM s1 LEFT JOIN x2 ON s1.x1_1 = x2.digest
),
s4 AS NOT MATERIALIZED (
SELECT * FROM s3
WHERE $p6 < TRY_CAST(regexp_extract(c3, '^[-+.0-9]+([eE][-+]?[0-2]?[0-9]{1,2})?$') AS DOUBLE)
ORDER BY "@timestamp" DESC, "@seq", "@group"
LIMIT 20
),
s5 AS NOT MATERIALIZED (
SELECT *, CASE WHEN regexp_matches("@message", $p4) THEN sha256("@message") END AS x5_1 FROM s4
),
x6 AS MATERIALIZED (
SELECT item.*, place FROM (SELECT unnest(list) AS item, generate_subscripts(list, 1) AS place FROM (SELECT from_json($p5, '[{"digest":"VARCHAR","c1":"VARCHAR","c2":"VARCHAR"}]') AS list))
),
s7 AS NOT MATERIALIZED (
SELECT s5.*, x6.c1, x6.c2 FROM s5 LEFT JOIN x6 ON s5.x5_1 = x6.digest
)
SELECT c1 AS o1, c2 AS o2, c3 AS o3, "@ptr" AS o4
FROM s7
ORDER BY "@timestamp" DESC, "@seq", "@group"
-- $p1 = 1764547200000
-- $p2 = 1782777600000
-- $p3 = 10
-- $p4 = "^[\\s\\x{FEFF}]*<"
-- $p5 = "[]"
-- $p6 = 5
