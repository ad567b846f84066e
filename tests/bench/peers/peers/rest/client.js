// SPDX-License-Identifier: Apache-2.0
'use strict';
// Naive REST client: whole tables down as JSON, delete + reinsert into SQLite in one transaction (better-sqlite3 11). MODE env: full | since ; PUSH env: each | batch ; GZIP=1
const Database = require('better-sqlite3'),
    http = require('http'),
    zlib = require('zlib'),
    path = require('path');
const C = require('../../lib/common');
const COLS = {
    clients:
        'id text primary key,code text,name text,siren text,address text,city text,postal_code text,contact_name text,phone text,email text,salesperson_id int,credit_limit_cents int,terms_days int,risk_class text,updated_at int',
    invoices:
        'id text primary key,client_id text,number text,issue_date text,due_date text,amount_cents int,open_cents int,currency text,status text,dunning_level int,dispute_code text,order_ref text,updated_at int',
    payments:
        'id text primary key,client_id text,invoice_id text,paid_on text,value_date text,amount_cents int,method text,reference text,bank_label text,status text,updated_at int',
    outbox: 'seq integer primary key, t text, body text, sent int default 0',
    meta: 'k text primary key, v text',
};
const NAMES = Object.fromEntries(
    Object.entries(COLS).map(([t, d]) => [t, d.split(',').map(x => x.trim().split(' ')[0])]),
);
const agent = () => new http.Agent({ keepAlive: true, maxSockets: 4 });
const req = (ag, port, method, p, body) =>
    new Promise((ok, ko) => {
        const b = body ? Buffer.from(JSON.stringify(body)) : null;
        const r = http.request(
            {
                host: '127.0.0.1',
                port,
                method,
                path: p,
                agent: ag,
                headers: {
                    accept: 'application/json',
                    ...(process.env.GZIP === '1' ? { 'accept-encoding': 'gzip' } : {}),
                    ...(b ? { 'content-type': 'application/json', 'content-length': b.length } : {}),
                },
            },
            res => {
                const cs = [];
                res.on('data', c => cs.push(c));
                res.on('end', () => {
                    let d = Buffer.concat(cs);
                    if (res.headers['content-encoding'] === 'gzip') d = zlib.gunzipSync(d);
                    if (res.statusCode >= 300) return ko(new Error(res.statusCode + ' ' + d));
                    ok({ h: res.headers, j: JSON.parse(d) });
                });
            },
        );
        r.on('error', ko);
        r.end(b);
    });
const open = dir => {
    const db = new Database(path.join(dir, 'rest.sqlite'));
    for (const t of Object.keys(COLS)) db.exec(`create table if not exists ${t}(${COLS[t]})`);
    db.exec(
        'create index if not exists i1 on invoices(client_id); create index if not exists i2 on payments(client_id)',
    );
    return db;
};
async function refresh(dir, port, since) {
    const db = open(dir),
        ag = agent();
    for (const t of ['clients', 'invoices', 'payments']) {
        const last = since && db.prepare('select v from meta where k=?').get(t);
        const r = await req(ag, port, 'GET', `/${t}${last ? '?updated_since=' + last.v : ''}`);
        const ins = db.prepare(`insert or replace into ${t}(${NAMES[t]}) values (${NAMES[t].map(() => '?')})`);
        db.transaction(() => {
            if (!last) db.exec(`delete from ${t}`);
            for (const x of r.j) ins.run(NAMES[t].map(n => x[n]));
            db.prepare('insert or replace into meta values(?,?)').run(t, r.h['x-now']);
        })();
    }
    const n = db
        .prepare(
            'select (select count(*) from clients)+(select count(*) from invoices)+(select count(*) from payments) n',
        )
        .get().n;
    db.close();
    ag.destroy();
    return n;
}
exports.w1 = (dir, port) => refresh(dir, port, process.env.MODE === 'since');
exports.w2 = (dir, port) => refresh(dir, port, process.env.MODE === 'since');
exports.prep3 = (dir, port, k) => {
    const db = open(dir),
        s = db.prepare('insert into outbox(t,body) values(?,?)');
    db.transaction(() => {
        for (const o of C.ops(k)) s.run(o.t, JSON.stringify(o.r));
    })();
    db.close();
};
exports.w3 = async (dir, port) => {
    const db = open(dir),
        ag = agent(),
        rows = db.prepare('select * from outbox where sent=0 order by seq').all(),
        done = db.prepare('update outbox set sent=1 where seq=?');
    if (process.env.PUSH === 'batch') {
        for (const t of ['notes', 'promises']) {
            const rs = rows.filter(r => r.t === t);
            await req(
                ag,
                port,
                'POST',
                '/' + t,
                rs.map(r => JSON.parse(r.body)),
            );
            db.transaction(() => rs.forEach(r => done.run(r.seq)))();
        }
    } else
        for (const r of rows) {
            await req(ag, port, 'POST', '/' + r.t, JSON.parse(r.body));
            done.run(r.seq);
        }
    const n = db.prepare('select count(*) n from outbox where sent=0').get().n;
    db.close();
    ag.destroy();
    return rows.length - n;
};
