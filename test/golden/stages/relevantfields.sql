WITH source AS NOT MATERIALIZED (
SELECT CAST("@timestamp" AS BIGINT) AS "@timestamp", "status" AS "status", "user" AS "user", "path" AS "path", "@seq", "@bytes", rowid AS "@address", 1 AS "@group" FROM "events_1" WHERE "@timestamp" BETWEEN CAST($p1 AS BIGINT) AND CAST($p2 AS BIGINT)
),
s1 AS NOT MATERIALIZED (
SELECT *, (CASE WHEN "status" IS NULL THEN NULL ELSE COALESCE($p3 <= TRY_CAST(regexp_extract("status", '^[-+.0-9]+([eE][-+]?[0-2]?[0-9]{1,2})?$') AS DOUBLE), FALSE) END) AS c1 FROM source
),
judged AS MATERIALIZED (
SELECT COALESCE(c1, FALSE) AS matches, "user" AS f0, "path" AS f1 FROM s1
),
s3 AS NOT MATERIALIZED (
SELECT matches, unnest([0, 1]) AS field, unnest([f0, f1]) AS value FROM judged
),
counted AS MATERIALIZED (
SELECT field, value, TRY_CAST(regexp_extract(value, '^[-+.0-9]+([eE][-+]?[0-2]?[0-9]{1,2})?$') AS DOUBLE) AS number, count(*) FILTER (WHERE matches) AS matching, count(*) FILTER (WHERE NOT matches) AS other FROM s3 WHERE value IS NOT NULL GROUP BY field, value
),
ranked AS MATERIALIZED (
SELECT *, row_number() OVER (PARTITION BY field ORDER BY matching + other DESC, value) AS place, ntile(64) OVER (PARTITION BY field ORDER BY number) AS slice, count(number) OVER (PARTITION BY field) = count(*) OVER (PARTITION BY field) AS numeric FROM counted
)
SELECT 'events' AS part, -1 AS field, 0 AS ordinal, CAST(NULL AS VARCHAR) AS value, count(*) FILTER (WHERE matches) AS matching, count(*) FILTER (WHERE NOT matches) AS other FROM judged
UNION ALL
SELECT 'value' AS part, field, place AS ordinal, value, matching, other FROM ranked WHERE place <= 200
UNION ALL
SELECT 'rest' AS part, field, count(*), CAST(NULL AS VARCHAR), COALESCE(sum(matching) FILTER (WHERE place > 200), 0), COALESCE(sum(other) FILTER (WHERE place > 200), 0) FROM ranked GROUP BY field, matching > 0, other > 0
UNION ALL
SELECT 'range' AS part, field, slice, CAST(NULL AS VARCHAR), sum(matching), sum(other) FROM ranked WHERE numeric GROUP BY field, slice
UNION ALL
SELECT 'median' AS part, field, 0, CAST(NULL AS VARCHAR), min(number) FILTER (WHERE matching_so_far * 2 >= matching_all AND matching_all > 0), min(number) FILTER (WHERE other_so_far * 2 >= other_all AND other_all > 0) FROM (SELECT field, number, sum(matching) OVER (PARTITION BY field ORDER BY number, value) AS matching_so_far, sum(matching) OVER (PARTITION BY field) AS matching_all, sum(other) OVER (PARTITION BY field ORDER BY number, value) AS other_so_far, sum(other) OVER (PARTITION BY field) AS other_all FROM ranked WHERE numeric) AS running GROUP BY field
ORDER BY 2, 1, 3
-- $p1 = 1764547200000
-- $p2 = 1782777600000
-- $p3 = 500
-- its rows go through relevantFields; what comes out is the source of:

WITH source AS NOT MATERIALIZED (
SELECT item.*, "@seq" FROM (SELECT unnest(list) AS item, generate_subscripts(list, 1) AS "@seq" FROM (SELECT from_json($p1, '[{"c2":"VARCHAR","c3":"DOUBLE","c4":"VARCHAR","c5":"DOUBLE","c6":"DOUBLE"}]') AS list))
)
SELECT c2 AS o1, c3 AS o2, c4 AS o3, c5 AS o4, c6 AS o5
FROM source
ORDER BY "@seq"
LIMIT 10000
-- $p1 = "[]"
