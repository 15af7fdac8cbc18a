-- Reports as units fill them in. Payload is JSON, what the report's actor keeps.
CREATE TABLE report (
  campaign text COLLATE "C" NOT NULL,
  unit     text COLLATE "C" NOT NULL,
  duty     text COLLATE "C" NOT NULL,
  stage    text NOT NULL,
  payload  text NOT NULL,
  PRIMARY KEY (campaign, unit, duty)
);

-- What was handed in, version by version; none is ever taken away. parts: ids, separated by a comma. sheet: see report_sheet. at: when it
-- counts as handed in, UTC milliseconds. reason: why an accepted report was corrected; NULL = no correction. withdrawn: parts taken back since.
CREATE TABLE report_version (
  campaign  text COLLATE "C" NOT NULL,
  unit      text COLLATE "C" NOT NULL,
  duty      text COLLATE "C" NOT NULL,
  version   integer NOT NULL,
  parts     text NOT NULL,
  sheet     text COLLATE "C" NOT NULL,
  nil       boolean NOT NULL,
  at        bigint NOT NULL,
  on_behalf boolean NOT NULL,
  reason    text NULL,
  withdrawn text NOT NULL,
  PRIMARY KEY (campaign, unit, duty, version)
);

CREATE INDEX report_version_duty ON report_version (campaign, duty);

-- A sheet as it was handed over: figures and texts as JSON, under the SHA-256 of it. It never changes.
CREATE TABLE report_sheet (
  campaign text COLLATE "C" NOT NULL,
  unit     text COLLATE "C" NOT NULL,
  duty     text COLLATE "C" NOT NULL,
  hash     text COLLATE "C" NOT NULL,
  body     text NOT NULL,
  at       bigint NOT NULL,
  PRIMARY KEY (campaign, unit, duty, hash)
);

-- What is being filled in, cell by cell, as it was typed. filler: the unit, or the office that enters paper. typed_by: as the audit names people.
-- at: UTC milliseconds, real time; campaign_at: the same instant by the campaign's clock.
CREATE TABLE report_cell (
  campaign    text COLLATE "C" NOT NULL,
  unit        text COLLATE "C" NOT NULL,
  duty        text COLLATE "C" NOT NULL,
  filler      text COLLATE "C" NOT NULL,
  cell        text COLLATE "C" NOT NULL,
  typed       text NOT NULL,
  revision    bigint NOT NULL,
  typed_by    text NOT NULL,
  at          bigint NOT NULL,
  campaign_at bigint NOT NULL,
  PRIMARY KEY (campaign, unit, duty, filler, cell)
);

-- The last revision of a report's cells: whoever writes takes a turn here.
CREATE TABLE report_head (
  campaign text COLLATE "C" NOT NULL,
  unit     text COLLATE "C" NOT NULL,
  duty     text COLLATE "C" NOT NULL,
  filler   text COLLATE "C" NOT NULL,
  head     bigint NOT NULL,
  PRIMARY KEY (campaign, unit, duty, filler)
);
