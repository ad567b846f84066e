// SPDX-License-Identifier: Apache-2.0
'use strict';
// Naive REST: express 4 + pg, JSON arrays. GZIP=1 compresses. GET /:table (all rows) or ?updated_since=ms ; POST /notes|/promises (one row or an array)
const express = require('express'),
    { Pool, types } = require('pg'),
    zlib = require('zlib'),
    http = require('http');
const C = require('../../lib/common'),
    PG = require('../../lib/pg');
types.setTypeParser(20, Number);
types.setTypeParser(1082, v => v);
const DB = process.env.PEER_DB || 'peer_rest',
    pool = new Pool({ host: '127.0.0.1', port: PG.PORT, user: 'postgres', database: DB, max: 20 });
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
app.get('/:t', async (req, res) => {
    const t = req.params.t;
    if (!TS.includes(t)) return res.sendStatus(404);
    const now = Date.now();
    const q = req.query.updated_since
        ? await pool.query(`select * from ${t} where last_modified > $1`, [+req.query.updated_since])
        : await pool.query(`select * from ${t}`);
    res.setHeader('x-now', now);
    send(req, res, q.rows);
});
app.post('/:t', async (req, res) => {
    const t = req.params.t;
    if (!['notes', 'promises'].includes(t)) return res.sendStatus(404);
    const rs = (Array.isArray(req.body) ? req.body : [req.body]).map(r => ({ ...r, updated_at: Date.now() }));
    const cols = Object.keys(rs[0]);
    await pool.query(
        `insert into ${t}(${cols}) select ${cols} from jsonb_populate_recordset(null::${t}, $1::jsonb) on conflict (id) do nothing`,
        [JSON.stringify(rs)],
    );
    res.status(201).json({ ok: rs.length });
});
const srv = http.createServer(app),
    stats = C.countSockets(srv);
srv.keepAliveTimeout = 60000;
process.on('message', async m => {
    let r = {};
    if (m.cmd === 'stats') r = stats();
    if (m.cmd === 'delta') {
        await PG.applyDelta(pool, C.delta(m.k));
    }
    if (m.cmd === 'count')
        r = {
            n: +(await pool.query('select (select count(*) from notes)+(select count(*) from promises) n')).rows[0].n,
        };
    if (m.cmd === 'reset') await pool.query('truncate notes, promises');
    process.send({ id: m.id, ...r });
});
srv.listen(0, '127.0.0.1', () => process.send({ ready: srv.address().port }));
