-- The audit cannot be altered unseen: rows are numbered per campaign and sealed into a hash chain. Grains/Auditing/README.md is the
-- specification. Instants are UTC milliseconds.

-- position counts the rows of a campaign without gaps, in the order in which they were told.
ALTER TABLE audit ADD COLUMN position bigint NULL;

UPDATE audit AS a SET position = n.position
FROM (SELECT grain_type, grain_key, seq, row_number() OVER (PARTITION BY campaign ORDER BY at, grain_type, grain_key, seq) AS position FROM audit) AS n
WHERE a.grain_type = n.grain_type AND a.grain_key = n.grain_key AND a.seq = n.seq;

ALTER TABLE audit ALTER COLUMN position SET NOT NULL;
CREATE UNIQUE INDEX audit_position ON audit (campaign, position);

-- The last position given in a campaign. Whoever writes rows advances it in the same transaction; its lock is their order.
CREATE TABLE audit_head (
  campaign text COLLATE "C" NOT NULL PRIMARY KEY,
  position bigint           NOT NULL
) WITH (fillfactor = 50);

INSERT INTO audit_head (campaign, position) SELECT campaign, count(*) FROM audit GROUP BY campaign;

-- row_hash is of the row's canonical bytes, chain of the chain before, the position and row_hash.
CREATE TABLE audit_seal (
  campaign text COLLATE "C" NOT NULL,
  position bigint           NOT NULL,
  row_hash bytea            NOT NULL,
  chain    bytea            NOT NULL,
  PRIMARY KEY (campaign, position)
);

-- How far a campaign is sealed, and its last checkpoint: number 0 = there is none yet.
CREATE TABLE audit_seal_head (
  campaign          text COLLATE "C" NOT NULL PRIMARY KEY,
  position          bigint           NOT NULL,
  chain             bytea            NOT NULL,
  checkpoint        bigint           NOT NULL,
  checkpoint_at     bigint           NOT NULL,
  checkpoint_sealed bigint           NOT NULL
) WITH (fillfactor = 50);

-- Signed statements that the chain had this value at this position. number has no gaps per campaign; at is real time.
CREATE TABLE audit_checkpoint (
  campaign  text COLLATE "C" NOT NULL,
  number    bigint           NOT NULL,
  position  bigint           NOT NULL,
  chain     bytea            NOT NULL,
  at        bigint           NOT NULL,
  key       text             NOT NULL,
  signature bytea            NOT NULL,
  PRIMARY KEY (campaign, number)
);
