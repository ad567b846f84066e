// SPDX-License-Identifier: Apache-2.0
#include "store/schema.h"

namespace encours::store {

// Tables of both ends. WITHOUT ROWID keeps a small row and its key in one tree; the layer drops the words for
// PostgreSQL. Everything of a client lies together in its tree (tenant, client, id): a card, a bundle or a departure is
// one range. The partial indexes serve the totals of the list without touching settled rows.
const Migration kSharedTables{1, R"sql(
CREATE TABLE client (tenant INTEGER NOT NULL, id INTEGER NOT NULL, key TEXT NOT NULL, name TEXT NOT NULL, city TEXT NOT NULL, postcode TEXT NOT NULL,
    siren TEXT NOT NULL, sector TEXT NOT NULL, terms_days INTEGER, credit_limit INTEGER, insured_limit INTEGER, currency TEXT NOT NULL,
    portfolio_id INTEGER NOT NULL, search TEXT NOT NULL, seq INTEGER NOT NULL, facts_through INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (tenant, id)) WITHOUT ROWID;
CREATE UNIQUE INDEX client_key ON client (tenant, key);
CREATE TABLE contact (tenant INTEGER NOT NULL, client_id INTEGER NOT NULL, id INTEGER NOT NULL, name TEXT NOT NULL, role TEXT NOT NULL, phone TEXT NOT NULL,
    email TEXT NOT NULL, PRIMARY KEY (tenant, client_id, id)) WITHOUT ROWID;
CREATE TABLE item (tenant INTEGER NOT NULL, client_id INTEGER NOT NULL, id INTEGER NOT NULL, account TEXT NOT NULL, number TEXT NOT NULL, piece_day INTEGER NOT NULL,
    rank INTEGER NOT NULL, kind INTEGER NOT NULL, due_day INTEGER NOT NULL, due_source INTEGER NOT NULL, amount INTEGER NOT NULL, residual INTEGER NOT NULL,
    currency TEXT NOT NULL, day INTEGER NOT NULL, PRIMARY KEY (tenant, client_id, id)) WITHOUT ROWID;
CREATE INDEX item_open ON item (tenant, client_id, due_day, residual) WHERE residual <> 0;
CREATE TABLE receipt (tenant INTEGER NOT NULL, client_id INTEGER NOT NULL, id INTEGER NOT NULL, account TEXT NOT NULL, number TEXT NOT NULL, label TEXT NOT NULL,
    day INTEGER NOT NULL, rank INTEGER NOT NULL, kind INTEGER NOT NULL, amount INTEGER NOT NULL, unallocated INTEGER NOT NULL, currency TEXT NOT NULL,
    PRIMARY KEY (tenant, client_id, id)) WITHOUT ROWID;
CREATE INDEX receipt_unallocated ON receipt (tenant, client_id, unallocated) WHERE unallocated <> 0;
CREATE TABLE allocation (tenant INTEGER NOT NULL, client_id INTEGER NOT NULL, receipt_id INTEGER NOT NULL, item_id INTEGER NOT NULL, amount INTEGER NOT NULL,
    PRIMARY KEY (tenant, client_id, receipt_id, item_id)) WITHOUT ROWID;
CREATE TABLE note (tenant INTEGER NOT NULL, client_id INTEGER NOT NULL, id BLOB NOT NULL, row_id INTEGER NOT NULL, kind INTEGER NOT NULL, text TEXT NOT NULL,
    person TEXT NOT NULL, call_back_day INTEGER, made_at INTEGER NOT NULL, made_day INTEGER NOT NULL, author_id INTEGER NOT NULL, author_name TEXT NOT NULL,
    retracted INTEGER NOT NULL, server_seq INTEGER NOT NULL, PRIMARY KEY (tenant, client_id, id)) WITHOUT ROWID;
CREATE INDEX note_day ON note (tenant, client_id, made_day) WHERE retracted = 0;
CREATE INDEX note_call_back ON note (tenant, call_back_day) WHERE call_back_day IS NOT NULL;
CREATE TABLE promise (tenant INTEGER NOT NULL, client_id INTEGER NOT NULL, id BLOB NOT NULL, row_id INTEGER NOT NULL, amount INTEGER NOT NULL, currency TEXT NOT NULL,
    promised_day INTEGER NOT NULL, method INTEGER NOT NULL, channel INTEGER NOT NULL, promised_by TEXT NOT NULL, made_at INTEGER NOT NULL,
    made_day INTEGER NOT NULL, author_id INTEGER NOT NULL, author_name TEXT NOT NULL, supersedes_id BLOB, ending INTEGER NOT NULL, ended_day INTEGER NOT NULL,
    server_seq INTEGER NOT NULL, PRIMARY KEY (tenant, client_id, id)) WITHOUT ROWID;
CREATE TABLE promise_item (tenant INTEGER NOT NULL, client_id INTEGER NOT NULL, promise_id BLOB NOT NULL, item_id INTEGER NOT NULL,
    PRIMARY KEY (tenant, client_id, promise_id, item_id)) WITHOUT ROWID;
)sql"};

// The central ledger: companies, people, the change feed under one head row per company, and the lines every figure
// comes from. Lines are never deleted: an import marks the ones it replaces, so that undo-import brings them back.
const Migration kCentralTables{2, R"sql(
CREATE TABLE company (tenant INTEGER NOT NULL PRIMARY KEY, id BLOB NOT NULL, name TEXT NOT NULL, currency TEXT NOT NULL, receivables TEXT NOT NULL,
    default_terms INTEGER NOT NULL, ledger_through INTEGER, covered_through INTEGER, incomplete INTEGER NOT NULL, created_at INTEGER NOT NULL);
CREATE TABLE head (tenant INTEGER NOT NULL PRIMARY KEY, nonce BLOB NOT NULL, seq INTEGER NOT NULL, chain INTEGER NOT NULL);
CREATE TABLE commit_log (tenant INTEGER NOT NULL, seq INTEGER NOT NULL, chain INTEGER NOT NULL, digest BLOB NOT NULL, at INTEGER NOT NULL, kind TEXT NOT NULL, actor TEXT NOT NULL,
    row_count INTEGER NOT NULL, PRIMARY KEY (tenant, seq)) WITHOUT ROWID;
CREATE TABLE feed (tenant INTEGER NOT NULL, entity INTEGER NOT NULL, row_id INTEGER NOT NULL, client_id INTEGER NOT NULL, portfolio_id INTEGER NOT NULL,
    seq INTEGER NOT NULL, deleted INTEGER NOT NULL, PRIMARY KEY (tenant, entity, row_id)) WITHOUT ROWID;
CREATE INDEX feed_order ON feed (tenant, seq, client_id, entity, row_id, portfolio_id, deleted);
CREATE INDEX feed_client ON feed (tenant, client_id);
CREATE TABLE scope_exit (tenant INTEGER NOT NULL, portfolio_id INTEGER NOT NULL, client_id INTEGER NOT NULL, seq INTEGER NOT NULL,
    PRIMARY KEY (tenant, portfolio_id, client_id)) WITHOUT ROWID;
CREATE TABLE counter (tenant INTEGER NOT NULL, name TEXT NOT NULL, value INTEGER NOT NULL, PRIMARY KEY (tenant, name)) WITHOUT ROWID;
CREATE TABLE person (tenant INTEGER NOT NULL, id INTEGER NOT NULL, name TEXT NOT NULL, role INTEGER NOT NULL, disabled INTEGER NOT NULL,
    PRIMARY KEY (tenant, id)) WITHOUT ROWID;
CREATE UNIQUE INDEX person_name ON person (tenant, name);
CREATE TABLE device (tenant INTEGER NOT NULL, id BLOB NOT NULL, person_id INTEGER NOT NULL, public_key BLOB NOT NULL, name TEXT NOT NULL,
    enrolled_at INTEGER NOT NULL, revoked_at INTEGER, last_seen_at INTEGER, max_device_seq INTEGER NOT NULL, PRIMARY KEY (tenant, id)) WITHOUT ROWID;
CREATE TABLE enrolment (tenant INTEGER NOT NULL, code_hash BLOB NOT NULL, person_id INTEGER NOT NULL, expires_at INTEGER NOT NULL, used_at INTEGER,
    PRIMARY KEY (tenant, code_hash)) WITHOUT ROWID;
CREATE TABLE operation_log (tenant INTEGER NOT NULL, op_id BLOB NOT NULL, device_id BLOB NOT NULL, device_seq INTEGER NOT NULL, hash BLOB NOT NULL,
    status INTEGER NOT NULL, reason TEXT NOT NULL, effect_seq INTEGER NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (tenant, op_id)) WITHOUT ROWID;
CREATE UNIQUE INDEX operation_device ON operation_log (tenant, device_id, device_seq);
CREATE TABLE ledger_import (tenant INTEGER NOT NULL, id INTEGER NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL, hash BLOB NOT NULL, first_day INTEGER NOT NULL,
    last_day INTEGER NOT NULL, covered_through INTEGER, line_count INTEGER NOT NULL, incomplete INTEGER NOT NULL, at INTEGER NOT NULL,
    undone_at INTEGER, PRIMARY KEY (tenant, id)) WITHOUT ROWID;
CREATE TABLE ledger_line (tenant INTEGER NOT NULL, id INTEGER NOT NULL, import_id INTEGER NOT NULL, replaced_by INTEGER NOT NULL, client_id INTEGER NOT NULL,
    account TEXT NOT NULL, journal TEXT NOT NULL, entry_number TEXT NOT NULL, day INTEGER NOT NULL, piece_ref TEXT NOT NULL, piece_day INTEGER NOT NULL,
    label TEXT NOT NULL, amount INTEGER NOT NULL, currency TEXT NOT NULL, letter TEXT NOT NULL, letter_day INTEGER, kind INTEGER NOT NULL,
    PRIMARY KEY (tenant, client_id, id)) WITHOUT ROWID;
CREATE TABLE retired_id (tenant INTEGER NOT NULL, client_id INTEGER NOT NULL, entity INTEGER NOT NULL, account TEXT NOT NULL, number TEXT NOT NULL, day INTEGER NOT NULL,
    rank INTEGER NOT NULL, id INTEGER NOT NULL, PRIMARY KEY (tenant, client_id, entity, account, number, day, rank)) WITHOUT ROWID;
CREATE TABLE due_given (tenant INTEGER NOT NULL, client_id INTEGER NOT NULL, number TEXT NOT NULL, rank INTEGER NOT NULL, due_day INTEGER NOT NULL,
    PRIMARY KEY (tenant, client_id, number, rank)) WITHOUT ROWID;
)sql"};

// A device: who it is, how far it has seen the feed, and the outbox. An outbox row holds the whole operation: it must
// survive its client leaving the scope.
const Migration kDeviceTables{3, R"sql(
CREATE TABLE device_state (tenant INTEGER NOT NULL PRIMARY KEY, device_id BLOB NOT NULL, server_url TEXT NOT NULL, server_pin BLOB NOT NULL, private_key BLOB NOT NULL,
    person_id INTEGER NOT NULL, person_name TEXT NOT NULL, role INTEGER NOT NULL, company_name TEXT NOT NULL, currency TEXT NOT NULL,
    next_device_seq INTEGER NOT NULL, cursor BLOB, seen_seq INTEGER NOT NULL, ledger_through INTEGER, covered_through INTEGER, incomplete INTEGER NOT NULL,
    last_sync_at INTEGER, last_server_at INTEGER, lease_until INTEGER, standing INTEGER NOT NULL DEFAULT 0, clients_total INTEGER NOT NULL DEFAULT 0);
CREATE TABLE outbox (tenant INTEGER NOT NULL, device_seq INTEGER NOT NULL, op_id BLOB NOT NULL, kind INTEGER NOT NULL, client_id INTEGER NOT NULL, object_id BLOB NOT NULL,
    body BLOB NOT NULL, made_at INTEGER NOT NULL, seen_seq INTEGER NOT NULL, state INTEGER NOT NULL, status INTEGER NOT NULL, reason TEXT NOT NULL,
    effect_seq INTEGER NOT NULL, acknowledged_at INTEGER, PRIMARY KEY (tenant, device_seq)) WITHOUT ROWID;
CREATE UNIQUE INDEX outbox_op ON outbox (tenant, op_id);
CREATE INDEX outbox_state ON outbox (tenant, state, device_seq);
)sql"};

// What the office knows besides the accounting: disputes with what became of them, and what is watched about a client.
const Migration kDisputeTables{4, R"sql(
CREATE TABLE dispute (tenant INTEGER NOT NULL, client_id INTEGER NOT NULL, id BLOB NOT NULL, item_id INTEGER NOT NULL, amount INTEGER NOT NULL,
    currency TEXT NOT NULL, reason TEXT NOT NULL, text TEXT NOT NULL, owner TEXT NOT NULL, opened_day INTEGER NOT NULL, due_by INTEGER, author_id INTEGER NOT NULL,
    author_name TEXT NOT NULL, server_seq INTEGER NOT NULL, PRIMARY KEY (tenant, client_id, id)) WITHOUT ROWID;
CREATE TABLE dispute_event (tenant INTEGER NOT NULL, client_id INTEGER NOT NULL, dispute_id BLOB NOT NULL, rank INTEGER NOT NULL, step INTEGER NOT NULL,
    day INTEGER NOT NULL, amount INTEGER NOT NULL, author TEXT NOT NULL, PRIMARY KEY (tenant, client_id, dispute_id, rank)) WITHOUT ROWID;
CREATE TABLE watch_fact (tenant INTEGER NOT NULL, client_id INTEGER NOT NULL, kind INTEGER NOT NULL, number TEXT NOT NULL, day INTEGER NOT NULL, label TEXT NOT NULL,
    amount INTEGER NOT NULL, currency TEXT NOT NULL, PRIMARY KEY (tenant, client_id, kind, number, day, label)) WITHOUT ROWID;
)sql"};

// A client may have amounts in several currencies, and on accounts that tell its risk: the totals of the list still
// come from the covering indexes alone.
const Migration kCurrencyIndexes{5, R"sql(
DROP INDEX item_open;
CREATE INDEX item_open ON item (tenant, client_id, due_day, residual, currency, account) WHERE residual <> 0;
DROP INDEX receipt_unallocated;
CREATE INDEX receipt_unallocated ON receipt (tenant, client_id, unallocated, currency, account) WHERE unallocated <> 0;
)sql"};

// What sources other than a FEC tell: the due day with the line itself; and under which client a client's risk is
// shown.
const Migration kSourceColumns{6, R"sql(
ALTER TABLE ledger_line ADD COLUMN due_day INTEGER;
CREATE TABLE client_group (tenant INTEGER NOT NULL, client_id INTEGER NOT NULL, parent_id INTEGER NOT NULL, PRIMARY KEY (tenant, client_id)) WITHOUT ROWID;
)sql"};

// What was sent, once per item, scenario and level, and the days of the runs.
const Migration kDunningTables{7, R"sql(
CREATE TABLE dunning_step (tenant INTEGER NOT NULL, client_id INTEGER NOT NULL, item_id INTEGER NOT NULL, scenario TEXT NOT NULL, level INTEGER NOT NULL,
    day INTEGER NOT NULL, channel INTEGER NOT NULL, amount INTEGER NOT NULL, currency TEXT NOT NULL, author TEXT NOT NULL, message_key BLOB NOT NULL,
    at INTEGER NOT NULL, PRIMARY KEY (tenant, client_id, item_id, scenario, level)) WITHOUT ROWID;
CREATE TABLE dunning_run (tenant INTEGER NOT NULL, day INTEGER NOT NULL, author TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (tenant, day)) WITHOUT ROWID;
)sql"};

// What the office decided about a client by name: when its reminders rest, and which payer profile it has.
const Migration kOfficeDecisionTables{8, R"sql(
CREATE TABLE dunning_pause (tenant INTEGER NOT NULL, client_id INTEGER NOT NULL, number TEXT NOT NULL, from_day INTEGER NOT NULL, until_day INTEGER NOT NULL,
    reason TEXT NOT NULL, author TEXT NOT NULL, ended_day INTEGER, ended_by TEXT NOT NULL, PRIMARY KEY (tenant, client_id, number, from_day)) WITHOUT ROWID;
CREATE TABLE client_profile (tenant INTEGER NOT NULL, client_id INTEGER NOT NULL, day INTEGER NOT NULL, profile INTEGER, reason TEXT NOT NULL,
    author TEXT NOT NULL, PRIMARY KEY (tenant, client_id, day)) WITHOUT ROWID;
)sql"};

// What a balance of an earlier day asks of the whole ledger, without reading its lines: the few that open a year (kind 2),
// and which clients have facts after the day. It is not known of older data: the whole ledger's last day is never too early.
const Migration kAsOf{9, R"sql(
CREATE INDEX ledger_line_opening ON ledger_line (tenant, day) WHERE kind = 2 AND replaced_by = 0;
UPDATE client SET facts_through = (SELECT max(ledger_through) FROM company WHERE company.tenant = client.tenant)
    WHERE EXISTS (SELECT 1 FROM company WHERE company.tenant = client.tenant AND ledger_through IS NOT NULL);
)sql"};

// What people say of an object after it was made, both ends. One tree by client: a card, a bundle or a departure is one
// range; the few of one object are found within it.
const Migration kEventTable{10, R"sql(
CREATE TABLE event (tenant INTEGER NOT NULL, client_id INTEGER NOT NULL, id BLOB NOT NULL, object_id BLOB NOT NULL, row_id INTEGER NOT NULL,
    server_seq INTEGER NOT NULL, kind INTEGER NOT NULL, seen BLOB NOT NULL, content BLOB NOT NULL, made_at INTEGER NOT NULL, made_day INTEGER NOT NULL,
    author_id INTEGER NOT NULL, author_name TEXT NOT NULL, PRIMARY KEY (tenant, client_id, id)) WITHOUT ROWID;
)sql"};

// What was kept for the office to look at (status 3, Review), and what it was about.
const Migration kReviews{11, R"sql(
ALTER TABLE operation_log ADD COLUMN client_id INTEGER NOT NULL DEFAULT 0;
ALTER TABLE operation_log ADD COLUMN object_id BLOB;
CREATE INDEX operation_review ON operation_log (tenant, effect_seq, device_id, device_seq) WHERE status = 3;
)sql"};

// Files of clients. What a client leaves behind is one range; of a device the centre counts what it brought in a day.
const Migration kAttachmentTables{12, R"sql(
CREATE TABLE attachment (tenant INTEGER NOT NULL, client_id INTEGER NOT NULL, hash BLOB NOT NULL, size INTEGER NOT NULL, content BLOB NOT NULL,
    device_id BLOB NOT NULL, added_at INTEGER NOT NULL, PRIMARY KEY (tenant, client_id, hash));
CREATE INDEX attachment_device ON attachment (tenant, device_id, added_at);
)sql"};

const Migration kAttachmentParts{13, R"sql(
CREATE TABLE attachment_part (tenant INTEGER NOT NULL, device_id BLOB NOT NULL, client_id INTEGER NOT NULL, hash BLOB NOT NULL, start INTEGER NOT NULL,
    content BLOB NOT NULL, PRIMARY KEY (tenant, device_id, client_id, hash, start));
)sql"};

const Migration kAttachmentQueue{14, R"sql(
CREATE TABLE attachment_queue (tenant INTEGER NOT NULL, client_id INTEGER NOT NULL, hash BLOB NOT NULL, rank INTEGER NOT NULL,
    PRIMARY KEY (tenant, client_id, hash)) WITHOUT ROWID;
)sql"};

const Migration kDigestColumn{15, R"sql(
ALTER TABLE device_state ADD COLUMN digest_at INTEGER;
)sql"};

// Something left, and the files may still hold traces of it (departed.h).
const Migration kTraces{16, R"sql(
ALTER TABLE device_state ADD COLUMN traces INTEGER NOT NULL DEFAULT 0;
)sql"};

// What somebody is writing about a client and has not noted yet: it outlives the program, and is as encrypted as the rest.
const Migration kDrafts{17, R"sql(
CREATE TABLE draft (tenant INTEGER NOT NULL, client_id INTEGER NOT NULL, kind INTEGER NOT NULL, content BLOB NOT NULL, kept_at INTEGER NOT NULL,
    PRIMARY KEY (tenant, client_id, kind)) WITHOUT ROWID;
)sql"};

// What the feed knows of each client, in a few pages of its own: every commit writes of the clients it changes. A client
// of before is as if it had just come: that of it a device lacks is sent whole, once.
const Migration kClientFeed{18, R"sql(
CREATE TABLE client_feed (tenant INTEGER NOT NULL, client_id INTEGER NOT NULL, entered_seq INTEGER NOT NULL, most_rows INTEGER NOT NULL,
    PRIMARY KEY (tenant, client_id)) WITHOUT ROWID;
INSERT INTO client_feed (tenant, client_id, entered_seq, most_rows)
    SELECT feed.tenant, feed.client_id, max(head.seq), count(*) FROM feed JOIN head ON head.tenant = feed.tenant GROUP BY feed.tenant, feed.client_id;
DROP INDEX feed_client;
)sql"};

// What each exchange asks of the outbox, without the operations: it keeps those of thirty days.
const Migration kOutboxAnswers{19, R"sql(
CREATE INDEX outbox_answer ON outbox (tenant, acknowledged_at, state, status, effect_seq);
)sql"};

// And whose each client is: what changed of it is sent, and clients are counted, without the rows of clients, which are large.
const Migration kClientScope{20, R"sql(
DELETE FROM client_feed WHERE NOT EXISTS (SELECT 1 FROM client WHERE client.tenant = client_feed.tenant AND client.id = client_feed.client_id);
ALTER TABLE client_feed ADD COLUMN portfolio_id INTEGER NOT NULL DEFAULT 0;
ALTER TABLE client_feed ADD COLUMN currency TEXT NOT NULL DEFAULT 'EUR';
UPDATE client_feed SET
    portfolio_id = (SELECT portfolio_id FROM client WHERE client.tenant = client_feed.tenant AND client.id = client_feed.client_id),
    currency = (SELECT currency FROM client WHERE client.tenant = client_feed.tenant AND client.id = client_feed.client_id);
)sql"};

// How far what is known of each client goes: its last commit (on devices) and its last day. In a few pages of their own: every
// change of a client's facts writes them, and the rows of clients are large.
const Migration kClientThrough{21, R"sql(
CREATE TABLE client_through (tenant INTEGER NOT NULL, client_id INTEGER NOT NULL, seq INTEGER NOT NULL, facts_through INTEGER NOT NULL,
    PRIMARY KEY (tenant, client_id)) WITHOUT ROWID;
INSERT INTO client_through (tenant, client_id, seq, facts_through) SELECT tenant, id, seq, facts_through FROM client;
ALTER TABLE client DROP COLUMN seq;
ALTER TABLE client DROP COLUMN facts_through;
)sql"};

// What changed in a portfolio, without what changed in the others.
const Migration kFeedPortfolio{22, R"sql(
CREATE INDEX feed_portfolio ON feed (tenant, portfolio_id, seq, client_id, entity, row_id, deleted);
)sql"};

// What waits, and what has its answer, by an index each: the first is small, and the second has nothing to do with what goes up.
const Migration kOutboxHalves{23, R"sql(
DROP INDEX outbox_state;
DROP INDEX outbox_answer;
CREATE INDEX outbox_waiting ON outbox (tenant, device_seq, state) WHERE state < 2;
CREATE INDEX outbox_answer ON outbox (tenant, acknowledged_at, state, status, effect_seq) WHERE state >= 2;
)sql"};

// What the centre takes instead of a proof for a quarter of an hour, beside the key that proves: a phone ends programs often.
const Migration kBearer{24, R"sql(
ALTER TABLE device_state ADD COLUMN bearer TEXT NOT NULL DEFAULT '';
ALTER TABLE device_state ADD COLUMN bearer_until INTEGER;
)sql"};

} // namespace encours::store
