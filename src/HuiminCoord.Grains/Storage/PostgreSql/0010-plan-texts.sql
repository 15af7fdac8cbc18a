-- A version of a plan may have several texts until one of them is issued: the campaign's document says which.
-- hash names a text (SHA-256, base64url; '' for texts of earlier programs, of which a version has only one). Among the texts of
-- a version the one with the highest turn was stored last. stored_for holds the keys of the callers who
-- stored it, with a space between them.
ALTER TABLE plan_document
  ADD COLUMN hash       text COLLATE "C" NOT NULL DEFAULT '',
  ADD COLUMN turn       integer          NOT NULL DEFAULT 1,
  ADD COLUMN stored_for text             NULL,
  DROP CONSTRAINT plan_document_pkey,
  ADD PRIMARY KEY (campaign, version, hash);
