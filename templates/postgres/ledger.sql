-- The ledger of the SYSPRO and EDI templates. Run it once; running it again changes nothing.
CREATE TABLE IF NOT EXISTS edi_ledger (
  -- The control number of the document; at most nine digits in X12.
  "id" integer GENERATED ALWAYS AS IDENTITY (MAXVALUE 999999999) PRIMARY KEY,
  -- One row for each document, also where two runs meet.
  "documentId" text NOT NULL UNIQUE,
  "kind" text,
  "number" text,
  "partner" text,
  "partnerCode" text,
  "partnerName" text,
  "state" text,
  "problem" text,
  "functionalId" text,
  "groupControlNumber" text,
  "controlNumber" text,
  "interchangeControlNumber" text,
  "messageName" text,
  "messageId" text,
  "sentAt" text,
  "acknowledgement" text,
  "acknowledgedAt" text,
  "response" text,
  "respondedAt" text,
  "responseDocument" text,
  "questions" text,
  "askedAt" text,
  "decidedAt" text,
  "reported" text,
  "reportedAt" text
);

-- The inbox reads the documents that were sent, and the open questions, with each run.
CREATE INDEX IF NOT EXISTS edi_ledger_sent ON edi_ledger ("groupControlNumber") WHERE "groupControlNumber" IS NOT NULL;
CREATE INDEX IF NOT EXISTS edi_ledger_questions ON edi_ledger ("response") WHERE "response" = 'question';
