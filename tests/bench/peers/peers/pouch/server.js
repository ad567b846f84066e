// SPDX-License-Identifier: Apache-2.0
'use strict';
// express-pouchdb 4.2 over PouchDB 9 (leveldb adapter), one database 'encours', one document per row. BACK=memory for the memory adapter.
const express = require('express'),
    http = require('http'),
    path = require('path'),
    fs = require('fs');
const C = require('../../lib/common');
const dir = process.env.PEER_DIR;
fs.mkdirSync(dir, { recursive: true });
const PouchDB = require('pouchdb').defaults({ prefix: dir + path.sep });
const app = express();
app.use(
    '/',
    require('express-pouchdb')(PouchDB, {
        inMemoryConfig: true,
        logPath: path.join(dir, 'log.txt'),
        mode: 'minimumForPouchDB',
    }),
);
const srv = http.createServer(app),
    stats = C.countSockets(srv);
srv.keepAliveTimeout = 60000;
const db = new PouchDB('encours');
const doc = (t, r) => {
    const { id, ...x } = r;
    return { _id: id, t, ...x };
};
process.on('message', async m => {
    let r = {};
    try {
        if (m.cmd === 'stats') r = stats();
        if (m.cmd === 'seed') {
            const T = C.loadBase();
            for (const t of Object.keys(T))
                for (let i = 0; i < T[t].length; i += 2000)
                    await db.bulkDocs(T[t].slice(i, i + 2000).map(x => doc(t, x)));
            r = await db.info();
        }
        if (m.cmd === 'delta') {
            const rows = C.delta(m.k),
                cur = await db.allDocs({ keys: rows.map(x => x.r.id) }),
                rev = {};
            for (const x of cur.rows) if (x.value && !x.value.deleted) rev[x.id] = x.value.rev;
            const res = await db.bulkDocs(
                rows.map(x => {
                    const d = doc(x.t, x.r);
                    if (rev[d._id]) d._rev = rev[d._id];
                    return d;
                }),
            );
            r = { bad: res.filter(x => x.error).length };
        }
        if (m.cmd === 'count') r = { n: (await db.info()).doc_count };
    } catch (e) {
        r = { error: String(e) };
    }
    process.send({ id: m.id, ...r });
});
srv.listen(0, '127.0.0.1', () => process.send({ ready: srv.address().port }));
