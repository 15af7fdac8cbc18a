-- Files as evidence. Content is kept once under its SHA-256 (64 hexadecimal digits), in pieces: whoever reads it slowly holds neither
-- a connection nor the whole of it. Instants are UTC milliseconds: real time, but added_at is campaign time.

-- kind: what the bytes themselves are. stored_at: when somebody last uploaded it.
CREATE TABLE file_content (
  hash      text COLLATE "C" NOT NULL PRIMARY KEY,
  kind      text             NOT NULL,
  size      bigint           NOT NULL,
  stored_at bigint           NOT NULL
);

-- Documents and pictures are compressed already: trying it again would only cost time.
CREATE TABLE file_piece (
  hash   text COLLATE "C" NOT NULL,
  number integer          NOT NULL,
  bytes  bytea            NOT NULL,
  PRIMARY KEY (hash, number)
);
ALTER TABLE file_piece ALTER COLUMN bytes SET STORAGE EXTERNAL;

-- Who may attach a content: owner is a unit, or '/' and an inbox such as '/office'. at: when it was last uploaded or named by an act.
CREATE TABLE file_upload (
  campaign    text COLLATE "C" NOT NULL,
  owner       text COLLATE "C" NOT NULL,
  hash        text COLLATE "C" NOT NULL,
  name        text             NOT NULL,
  media_type  text             NOT NULL,
  size        bigint           NOT NULL,
  uploaded_by text             NOT NULL,
  at          bigint           NOT NULL,
  PRIMARY KEY (campaign, owner, hash)
);

CREATE INDEX file_upload_hash ON file_upload (hash);

-- What was attached, written by the relay: room and id are the actor, seq its event, position the place among the event's files.
-- subject: the duty of a unit, the unit that reported on a task, the goal of a phase. part: null = several, or the whole.
CREATE TABLE attachment (
  campaign   text COLLATE "C" NOT NULL,
  room       text COLLATE "C" NOT NULL,
  id         text COLLATE "C" NOT NULL,
  seq        bigint           NOT NULL,
  position   integer          NOT NULL,
  subject    text COLLATE "C" NOT NULL,
  part       text             NULL,
  hash       text COLLATE "C" NOT NULL,
  name       text             NOT NULL,
  media_type text             NOT NULL,
  size       bigint           NOT NULL,
  added_by   text             NULL,
  added_at   bigint           NOT NULL,
  PRIMARY KEY (campaign, room, id, seq, position)
);

CREATE INDEX attachment_hash ON attachment (hash, campaign);
