-- Holiday papers that were imported, and the reminders that papers moved.
-- Instants are UTC milliseconds; dates are calendar days in Asia/Shanghai.

-- revision counts imports over all campaigns: a silo that has read up to it knows them all. Rows are never changed.
-- region is a division code, null for a paper of the whole country; known_from is when decisions began to use it.
CREATE TABLE calendar_import (
  revision     integer          NOT NULL PRIMARY KEY,
  id           text COLLATE "C" NOT NULL UNIQUE,
  region       text             NULL,
  document     text             NULL,
  url          text             NULL,
  published_on date             NOT NULL,
  known_from   bigint           NOT NULL,
  imported_at  bigint           NOT NULL,
  imported_by  text             NOT NULL,
  reason       text             NOT NULL,
  json         text             NOT NULL
);

-- One row per reminder and paper that moved it before it was given: from null = it was not planned, to null = it no longer is.
CREATE TABLE step_moved (
  campaign   text COLLATE "C" NOT NULL,
  unit       text COLLATE "C" NOT NULL,
  obligation text COLLATE "C" NOT NULL,
  rung       text COLLATE "C" NOT NULL,
  grain_seq  bigint           NOT NULL,
  moved_at   bigint           NOT NULL,
  moved_from bigint           NULL,
  moved_to   bigint           NULL,
  paper      text COLLATE "C" NOT NULL,
  reason     text             NULL,
  PRIMARY KEY (campaign, unit, obligation, rung, grain_seq)
);

CREATE INDEX step_moved_paper ON step_moved (campaign, paper);
