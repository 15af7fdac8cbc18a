-- What people read: registers made from events by the relay, and the plans they come from.
-- Instants are UTC milliseconds; dates are calendar days in Asia/Shanghai. payload and parts are JSON.

CREATE TABLE campaign (
  campaign     text COLLATE "C" NOT NULL PRIMARY KEY,
  title        text             NOT NULL,
  plan_version integer          NOT NULL,
  stage        text             NOT NULL,
  payload      text             NOT NULL
);

CREATE TABLE unit (
  campaign   text COLLATE "C" NOT NULL,
  unit       text COLLATE "C" NOT NULL,
  name       text             NOT NULL,
  sort_order integer          NOT NULL,
  active     boolean          NOT NULL,
  plan_version integer NOT NULL,
  payload    text             NOT NULL,
  PRIMARY KEY (campaign, unit)
);

CREATE TABLE obligation (
  campaign          text COLLATE "C" NOT NULL,
  unit              text COLLATE "C" NOT NULL,
  duty              text COLLATE "C" NOT NULL,
  kind              text             NOT NULL,
  title             text             NOT NULL,
  clause            text             NULL,
  due               date             NULL,
  do_by             date             NULL,
  provisional       boolean          NOT NULL,
  stage             text             NOT NULL,
  parts             text             NOT NULL,
  entered_late      boolean          NOT NULL,
  first_complete_at bigint           NULL,
  late_workdays     integer          NULL,
  accepted_at       bigint           NULL,
  extension_stage   text             NULL,
  extension_to      date             NULL,
  extension_reason  text             NULL,
  reported          boolean NOT NULL,
  on_time           boolean NULL,
  correction_due    date NULL,
  payload           text             NOT NULL,
  PRIMARY KEY (campaign, unit, duty)
);

CREATE INDEX obligation_due ON obligation (campaign, due);

-- Who holds a seat of a unit ('' is the office) and when; valid_to is the last day.
CREATE TABLE seat (
  campaign    text COLLATE "C" NOT NULL,
  unit        text COLLATE "C" NOT NULL,
  seat        text COLLATE "C" NOT NULL,
  valid_from  date             NOT NULL,
  valid_to    date             NULL,
  holder      text             NOT NULL,
  title       text             NULL,
  phone       text             NULL,
  absent_from date             NULL,
  absent_to   date             NULL,
  PRIMARY KEY (campaign, unit, seat, valid_from, holder)
);

CREATE TABLE task (
  campaign  text COLLATE "C" NOT NULL,
  task      text COLLATE "C" NOT NULL,
  domain    text             NOT NULL,
  lead_unit text             NOT NULL,
  stage     text             NOT NULL,
  percent   integer NULL,
  last_progress_at bigint NULL,
  blocked_since bigint NULL,
  payload   text             NOT NULL,
  PRIMARY KEY (campaign, task)
);

CREATE TABLE phase (
  campaign  text COLLATE "C" NOT NULL,
  phase     text COLLATE "C" NOT NULL,
  opens_on  date             NOT NULL,
  closes_on date             NOT NULL,
  stage     text             NOT NULL,
  payload   text             NOT NULL,
  PRIMARY KEY (campaign, phase)
);

CREATE TABLE plan_document (
  campaign  text COLLATE "C" NOT NULL,
  version   integer          NOT NULL,
  json      text             NOT NULL,
  stored_at bigint           NOT NULL,
  PRIMARY KEY (campaign, version)
);

-- Marks a database as a rehearsal: at is when its campaign was issued. How far it got is what the last audit row says.
CREATE TABLE rehearsal_cursor (
  campaign text COLLATE "C" NOT NULL PRIMARY KEY,
  at       bigint           NOT NULL,
  payload  text             NOT NULL
);
