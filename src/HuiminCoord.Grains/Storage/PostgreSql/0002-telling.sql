-- What the relay writes: who has been told what. Times are UTC milliseconds.

-- How far each actor's events have been told; the next one is seq + 1.
CREATE TABLE relay_cursor (
  grain_type text COLLATE "C" NOT NULL,
  grain_key  text COLLATE "C" NOT NULL,
  campaign   text COLLATE "C" NOT NULL,
  seq        bigint           NOT NULL,
  PRIMARY KEY (grain_type, grain_key)
);

-- An event that a register could not take in. Its actor's later events wait; all other actors go on. Times are real.
CREATE TABLE relay_failure (
  grain_type text COLLATE "C" NOT NULL,
  grain_key  text COLLATE "C" NOT NULL,
  campaign   text COLLATE "C" NOT NULL,
  seq        bigint           NOT NULL,
  attempts   integer          NOT NULL,
  error      text             NOT NULL,
  first_at   bigint           NOT NULL,
  last_at    bigint           NOT NULL,
  PRIMARY KEY (grain_type, grain_key)
);

-- An actor that failed to wake: it is left alone until not_before (campaign time) and shown to the operator.
CREATE TABLE wake_failure (
  grain_type text COLLATE "C" NOT NULL,
  grain_key  text COLLATE "C" NOT NULL,
  campaign   text COLLATE "C" NOT NULL,
  shard      bigint           NOT NULL,
  attempts   integer          NOT NULL,
  not_before bigint           NOT NULL,
  error      text             NOT NULL,
  first_at   bigint           NOT NULL,
  last_at    bigint           NOT NULL,
  PRIMARY KEY (grain_type, grain_key)
);

-- Everything that ever happened, once, with who did it.
CREATE TABLE audit (
  campaign   text COLLATE "C" NOT NULL,
  grain_type text COLLATE "C" NOT NULL,
  grain_key  text COLLATE "C" NOT NULL,
  seq        bigint           NOT NULL,
  at         bigint           NOT NULL,
  actor      text             NULL,
  event_type text             NOT NULL,
  body       text             NOT NULL,
  PRIMARY KEY (grain_type, grain_key, seq)
);

CREATE INDEX audit_time ON audit (campaign, at, grain_type, grain_key, seq);

-- The highest sequence given to a recipient; the relay of the campaign's shard is its only writer.
CREATE TABLE inbox_head (
  campaign  text COLLATE "C" NOT NULL,
  recipient text COLLATE "C" NOT NULL,
  head      bigint           NOT NULL,
  PRIMARY KEY (campaign, recipient)
);

-- The truth about what a recipient was told; a push is only a hint. seq has no gaps per recipient.
CREATE TABLE inbox (
  campaign   text COLLATE "C" NOT NULL,
  recipient  text COLLATE "C" NOT NULL,
  seq        bigint           NOT NULL,
  slot       text COLLATE "C" NOT NULL,
  at         bigint           NOT NULL,
  kind       text             NOT NULL,
  title      text             NOT NULL,
  body       text             NOT NULL,
  data       text             NULL,
  grain_type text COLLATE "C" NOT NULL,
  grain_key  text COLLATE "C" NOT NULL,
  grain_seq  bigint           NOT NULL,
  PRIMARY KEY (campaign, recipient, seq),
  UNIQUE (campaign, recipient, slot)
);

-- One row per (obligation, rung, recipient): what became of a planned reminder.
CREATE TABLE step (
  campaign      text COLLATE "C" NOT NULL,
  unit          text COLLATE "C" NOT NULL,
  obligation    text COLLATE "C" NOT NULL,
  rung          text COLLATE "C" NOT NULL,
  recipient     text COLLATE "C" NOT NULL,
  planned_at    bigint           NOT NULL,
  fired_at      bigint           NOT NULL,
  outcome       text             NOT NULL,
  inbox_slot    text             NULL,
  superseded_by text             NULL,
  reason        text             NULL,
  grain_type    text COLLATE "C" NOT NULL,
  grain_key     text COLLATE "C" NOT NULL,
  grain_seq     bigint           NOT NULL,
  PRIMARY KEY (campaign, unit, obligation, rung, recipient)
);
