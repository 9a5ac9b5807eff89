WITH source AS NOT MATERIALIZED (
SELECT CAST("@timestamp" AS BIGINT) AS "@timestamp", "@seq", "@bytes", rowid AS "@address", 1 AS "@group" FROM "events_1" WHERE "@timestamp" BETWEEN CAST($p1 AS BIGINT) AND CAST($p2 AS BIGINT)
),
s1 AS NOT MATERIALIZED (
SELECT *, epoch_ms(make_date(CAST(((year(make_timestamp_ms("@timestamp")) * 12 + month(make_timestamp_ms("@timestamp")) - 1) // 1 * 1) // 12 AS BIGINT), CAST(((year(make_timestamp_ms("@timestamp")) * 12 + month(make_timestamp_ms("@timestamp")) - 1) // 1 * 1) % 12 + 1 AS BIGINT), 1)) AS c1, CASE WHEN CAST(floor(("@timestamp" - 345600000) / 604800000) AS BIGINT) * 604800000 + 345600000 = "@timestamp" THEN "@timestamp" ELSE (CAST(floor(("@timestamp" - 345600000) / 604800000) AS BIGINT) * 604800000 + 345600000 + 604800000) END AS c3 FROM source
),
s2 AS NOT MATERIALIZED (
SELECT c1 AS c2, c3 AS c4, count(*) AS c5, min("@seq") AS "@seq", count(*) AS "@events" FROM s1
GROUP BY c1, c3
)
SELECT c2 AS o1, c4 AS o2, c5 AS o3, sum("@events") OVER () AS matched
FROM s2
ORDER BY c2 ASC NULLS FIRST, c4 ASC NULLS FIRST, "@seq"
LIMIT 10000
-- $p1 = 1764547200000
-- $p2 = 1782777600000
