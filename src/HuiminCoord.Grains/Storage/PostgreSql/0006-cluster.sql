-- Which silos serve this database. Orleans' membership protocol rests on these rows: every change of a member counts the
-- cluster's version up in the same statement, and only from the version that the writer has seen.
-- The statements' names, parameters and result columns are Orleans' contract (its ADO.NET clustering provider); the rest is ours.

CREATE TABLE cluster_version (
  cluster_id text COLLATE "C" NOT NULL PRIMARY KEY,
  version    integer          NOT NULL
);

-- status: 1 created, 2 joining, 3 active, 4 shutting down, 5 stopping, 6 dead. suspect_times is Orleans' text: who suspects, since when.
CREATE TABLE cluster_member (
  cluster_id    text COLLATE "C" NOT NULL,
  address       text COLLATE "C" NOT NULL,
  port          integer          NOT NULL,
  generation    integer          NOT NULL,
  silo_name     text             NOT NULL,
  host_name     text             NOT NULL,
  status        integer          NOT NULL,
  proxy_port    integer          NOT NULL,
  suspect_times text             NULL,
  started_at    timestamptz      NOT NULL,
  alive_at      timestamptz      NOT NULL,
  PRIMARY KEY (cluster_id, address, port, generation)
) WITH (fillfactor = 50);

INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES ('InsertMembershipVersionKey', '
WITH added AS (
  INSERT INTO cluster_version (cluster_id, version) VALUES (@DeploymentId, 0) ON CONFLICT (cluster_id) DO NOTHING RETURNING 1
)
SELECT count(*)::integer FROM added');

-- Writers of one cluster queue at its version row. Who finds another version than it has seen, or its own row there already,
-- changes nothing; a row that came in between fails the whole statement, the count included.
INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES ('InsertMembershipKey', '
WITH counted AS (
  UPDATE cluster_version SET version = version + 1
  WHERE cluster_id = @DeploymentId AND version = @Version AND NOT EXISTS (
    SELECT 1 FROM cluster_member
    WHERE cluster_id = @DeploymentId AND address = @Address AND port = @Port AND generation = @Generation)
  RETURNING cluster_id
), added AS (
  INSERT INTO cluster_member (cluster_id, address, port, generation, silo_name, host_name, status, proxy_port, started_at, alive_at)
  SELECT cluster_id, @Address, @Port, @Generation, @SiloName, @HostName, @Status, @ProxyPort, @StartTime, @IAmAliveTime FROM counted
  RETURNING 1
)
SELECT count(*)::integer FROM added');

-- The heartbeat does not count as a change and never goes back.
INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES ('UpdateMembershipKey', '
WITH counted AS (
  UPDATE cluster_version SET version = version + 1
  WHERE cluster_id = @DeploymentId AND version = @Version AND EXISTS (
    SELECT 1 FROM cluster_member
    WHERE cluster_id = @DeploymentId AND address = @Address AND port = @Port AND generation = @Generation)
  RETURNING cluster_id
), changed AS (
  UPDATE cluster_member AS m
  SET status = @Status, suspect_times = @SuspectTimes::text, alive_at = greatest(m.alive_at, @IAmAliveTime)
  FROM counted
  WHERE m.cluster_id = counted.cluster_id AND m.address = @Address AND m.port = @Port AND m.generation = @Generation
  RETURNING 1
)
SELECT count(*)::integer FROM changed');

INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES ('UpdateIAmAlivetimeKey', '
UPDATE cluster_member SET alive_at = greatest(alive_at, @IAmAliveTime)
WHERE cluster_id = @DeploymentId AND address = @Address AND port = @Port AND generation = @Generation');

-- Members and version in one look; without members the version comes alone.
INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES ('MembershipReadAllKey', '
SELECT v.version AS Version, m.address AS Address, m.port AS Port, m.generation AS Generation, m.silo_name AS SiloName,
       m.host_name AS HostName, m.status AS Status, m.proxy_port AS ProxyPort, m.suspect_times AS SuspectTimes,
       m.started_at AS StartTime, m.alive_at AS IAmAliveTime
FROM cluster_version AS v LEFT JOIN cluster_member AS m ON m.cluster_id = v.cluster_id
WHERE v.cluster_id = @DeploymentId');

INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES ('MembershipReadRowKey', '
SELECT v.version AS Version, m.address AS Address, m.port AS Port, m.generation AS Generation, m.silo_name AS SiloName,
       m.host_name AS HostName, m.status AS Status, m.proxy_port AS ProxyPort, m.suspect_times AS SuspectTimes,
       m.started_at AS StartTime, m.alive_at AS IAmAliveTime
FROM cluster_version AS v LEFT JOIN cluster_member AS m
  ON m.cluster_id = v.cluster_id AND m.address = @Address AND m.port = @Port AND m.generation = @Generation
WHERE v.cluster_id = @DeploymentId');

INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES ('GatewaysQueryKey', '
SELECT address AS Address, proxy_port AS ProxyPort, generation AS Generation
FROM cluster_member WHERE cluster_id = @DeploymentId AND status = @Status AND proxy_port > 0');

-- Dead silos are forgotten after a while, row by row as Orleans has read them: who changed since then stays. Orleans uses the
-- first of the two only where the second is missing, and insists on the first name.
INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES ('CleanupDefunctSiloEntriesKey', '
DELETE FROM cluster_member
WHERE cluster_id = @DeploymentId AND status = 6 AND alive_at < @IAmAliveTime AND started_at < @IAmAliveTime AND suspect_times IS NULL');

INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES ('CleanupDefunctSiloEntryKey', '
DELETE FROM cluster_member
WHERE cluster_id = @DeploymentId AND address = @Address AND port = @Port AND generation = @Generation AND status = 6
  AND alive_at = @IAmAliveTime AND started_at = @StartTime AND coalesce(suspect_times, '''') = coalesce(@SuspectTimes::text, '''')');

INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES ('DeleteMembershipTableEntriesKey', '
WITH members AS (DELETE FROM cluster_member WHERE cluster_id = @DeploymentId)
DELETE FROM cluster_version WHERE cluster_id = @DeploymentId');
