// SPDX-License-Identifier: Apache-2.0
'use strict';
// A private PostgreSQL cluster on 127.0.0.1:55432: trust authentication, loopback only, fsync and synchronous_commit on.
const { execFileSync } = require('child_process');
const fs = require('fs'),
    os = require('os'),
    path = require('path');
const { DATA } = require('./common');
const VERSIONS = fs.readdirSync('/usr/lib/postgresql').sort((a, b) => a - b),
    BIN = `/usr/lib/postgresql/${VERSIONS[VERSIONS.length - 1]}/bin`,
    PGD = path.join(os.tmpdir(), 'encours-bench-pg') /* where the user postgres may go */,
    PORT = 55432;
const asPg = (cmd, args, o = {}) =>
    process.getuid() === 0
        ? execFileSync('runuser', ['-u', 'postgres', '--', cmd, ...args], { stdio: ['ignore', 'pipe', 'pipe'], ...o })
        : execFileSync(cmd, args, { stdio: ['ignore', 'pipe', 'pipe'], ...o });
exports.PORT = PORT;
exports.start = () => {
    if (!fs.existsSync(path.join(PGD, 'PG_VERSION'))) {
        fs.mkdirSync(PGD, { recursive: true });
        if (process.getuid() === 0) execFileSync('chown', ['postgres', PGD]);
        fs.chmodSync(PGD, 0o700);
        asPg(BIN + '/initdb', ['-D', PGD, '-A', 'trust', '-E', 'UTF8', '--locale=C', '-U', 'postgres']);
        fs.appendFileSync(
            PGD + '/postgresql.conf',
            `\nlisten_addresses='127.0.0.1'\nport=${PORT}\nunix_socket_directories=''\nmax_connections=120\nshared_buffers=256MB\nwal_level=logical\n`,
        );
    }
    try {
        asPg(BIN + '/pg_ctl', ['-D', PGD, '-l', PGD + '/log', '-w', 'start'], { stdio: 'ignore' });
    } catch (e) {
        if (!exports.pid()) throw e;
    }
    return exports.pid();
};
exports.stop = () => {
    try {
        asPg(BIN + '/pg_ctl', ['-D', PGD, '-m', 'fast', '-w', 'stop'], { stdio: 'ignore' });
    } catch {}
};
exports.pid = () => {
    try {
        const p = +fs.readFileSync(PGD + '/postmaster.pid', 'utf8').split('\n')[0];
        process.kill(p, 0);
        return p;
    } catch {
        return 0;
    }
};
exports.psql = (db, sql) =>
    execFileSync('psql', [
        '-h',
        '127.0.0.1',
        '-p',
        PORT,
        '-U',
        'postgres',
        '-d',
        db,
        '-v',
        'ON_ERROR_STOP=1',
        '-qAt',
        '-c',
        sql,
    ]).toString();
exports.DDL = {
    clients:
        'id uuid primary key, code text not null, name text not null, siren text, address text, city text, postal_code text, contact_name text, phone text, email text, salesperson_id int, credit_limit_cents bigint, terms_days int, risk_class text, updated_at bigint not null',
    invoices:
        'id uuid primary key, client_id uuid not null, number text not null, issue_date date, due_date date, amount_cents bigint, open_cents bigint, currency text, status text, dunning_level int, dispute_code text, order_ref text, updated_at bigint not null',
    payments:
        'id uuid primary key, client_id uuid not null, invoice_id uuid, paid_on date, value_date date, amount_cents bigint, method text, reference text, bank_label text, status text, updated_at bigint not null',
    notes: 'id uuid primary key, client_id uuid not null, author_id int, kind text, body text, created_at bigint, device_id text, updated_at bigint not null',
    promises:
        'id uuid primary key, client_id uuid not null, invoice_id uuid, author_id int, promised_on date, amount_cents bigint, method text, status text, comment text, created_at bigint, device_id text, updated_at bigint not null',
};
exports.seed = db => {
    try {
        exports.psql('postgres', `create database ${db}`);
    } catch {}
    for (const t of Object.keys(exports.DDL)) {
        exports.psql(
            db,
            `drop table if exists ${t} cascade; create table ${t}(${exports.DDL[t]}, last_modified bigint not null default (extract(epoch from clock_timestamp())*1000)::bigint); create index on ${t}(last_modified)`,
        );
    }
    for (const t of ['clients', 'invoices', 'payments']) {
        const cols = fs.readFileSync(path.join(DATA, t + '.csv'), 'utf8').split('\n', 1)[0];
        execFileSync('psql', [
            '-h',
            '127.0.0.1',
            '-p',
            PORT,
            '-U',
            'postgres',
            '-d',
            db,
            '-q',
            '-c',
            `\\copy ${t}(${cols}) from '${path.join(DATA, t + '.csv')}' csv header`,
        ]);
    }
    exports.psql(db, 'vacuum analyze');
};
// apply a W2 delta to the ledger tables (server side, not timed)
exports.applyDelta = async (pool, rows) => {
    const c = await pool.connect();
    try {
        await c.query('begin');
        for (const t of ['clients', 'invoices', 'payments']) {
            const rs = rows.filter(x => x.t === t).map(x => x.r);
            if (!rs.length) continue;
            const cols = Object.keys(rs[0]);
            await c.query(
                `insert into ${t}(${cols}) select ${cols} from jsonb_populate_recordset(null::${t}, $1::jsonb) on conflict (id) do update set ${cols.filter(x => x !== 'id').map(x => `${x}=excluded.${x}`)}, last_modified=(extract(epoch from clock_timestamp())*1000)::bigint`,
                [JSON.stringify(rs)],
            );
        }
        await c.query('commit');
    } finally {
        c.release();
    }
};
