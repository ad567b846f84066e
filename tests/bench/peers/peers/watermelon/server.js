// SPDX-License-Identifier: Apache-2.0
'use strict';
// WatermelonDB sync backend, as its docs describe: GET /pull?last_pulled_at=ms, POST /push. express 4 + pg.
const express = require('express'),
    { Pool, types } = require('pg'),
    zlib = require('zlib'),
    http = require('http');
const C = require('../../lib/common'),
    PG = require('../../lib/pg');
types.setTypeParser(20, Number);
types.setTypeParser(1082, v => v);
const pool = new Pool({
    host: '127.0.0.1',
    port: PG.PORT,
    user: 'postgres',
    database: process.env.PEER_DB || 'peer_watermelon',
    max: 20,
});
const TS = ['clients', 'invoices', 'payments', 'notes', 'promises'];
const app = express();
app.use(express.json({ limit: '64mb' }));
const send = (req, res, o) => {
    const b = Buffer.from(JSON.stringify(o));
    res.setHeader('content-type', 'application/json');
    if (/gzip/.test(req.headers['accept-encoding'] || ''))
        zlib.gzip(b, { level: 6 }, (e, z) => {
            res.setHeader('content-encoding', 'gzip');
            res.end(z);
        });
    else res.end(b);
};
app.get('/pull', async (req, res) => {
    const last = +(req.query.last_pulled_at || 0),
        c = await pool.connect();
    try {
        await c.query('begin isolation level repeatable read read only');
        const ts = Date.now(),
            changes = {};
        for (const t of TS) {
            const q = await c.query(`select * from ${t} where last_modified > $1`, [last]);
            for (const r of q.rows) delete r.last_modified;
            changes[t] = { created: [], updated: q.rows, deleted: [] };
        }
        await c.query('commit');
        send(req, res, { changes, timestamp: ts });
    } finally {
        c.release();
    }
});
app.post('/push', async (req, res) => {
    const c = await pool.connect();
    try {
        await c.query('begin');
        for (const t of ['notes', 'promises']) {
            const ch = req.body.changes[t];
            const rs = ch
                ? [...ch.created, ...ch.updated].map(({ _status, _changed, ...r }) => ({
                      ...r,
                      updated_at: Date.now(),
                  }))
                : [];
            if (!rs.length) continue;
            const cols = Object.keys(rs[0]);
            await c.query(
                `insert into ${t}(${cols}) select ${cols} from jsonb_populate_recordset(null::${t}, $1::jsonb) on conflict (id) do update set updated_at=excluded.updated_at`,
                [JSON.stringify(rs)],
            );
        }
        await c.query('commit');
        res.json({ ok: 1 });
    } catch (e) {
        await c.query('rollback');
        res.status(500).send(String(e));
    } finally {
        c.release();
    }
});
const srv = http.createServer(app),
    stats = C.countSockets(srv);
srv.keepAliveTimeout = 60000;
process.on('message', async m => {
    let r = {};
    if (m.cmd === 'stats') r = stats();
    if (m.cmd === 'delta') await PG.applyDelta(pool, C.delta(m.k));
    if (m.cmd === 'count')
        r = {
            n: +(await pool.query('select (select count(*) from notes)+(select count(*) from promises) n')).rows[0].n,
        };
    if (m.cmd === 'reset') await pool.query('truncate notes, promises');
    process.send({ id: m.id, ...r });
});
srv.listen(0, '127.0.0.1', () => process.send({ ready: srv.address().port }));
