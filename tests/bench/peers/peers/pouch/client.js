// SPDX-License-Identifier: Apache-2.0
'use strict';
// PouchDB 9 client, leveldb adapter. BATCH env sets batch_size (PouchDB's default is 100). DURABLE: leveldb writes are not fsynced (PouchDB's default).
const PouchDB = require('pouchdb'),
    path = require('path');
const C = require('../../lib/common');
const B = +(process.env.BATCH || 100);
const open = dir => new PouchDB(path.join(dir, 'pouch')),
    rem = port => new PouchDB(`http://127.0.0.1:${port}/encours`, { skip_setup: true });
const opt = () => ({ batch_size: B, batches_limit: 10, ...(process.env.CKPT ? { checkpoint: process.env.CKPT } : {}) });
exports.w1 = async (dir, port) => {
    const db = open(dir);
    const r = await db.replicate.from(rem(port), opt());
    if (!r.ok) throw new Error(JSON.stringify(r.errors));
    const n = (await db.info()).doc_count;
    await db.close();
    return n;
};
exports.w2 = exports.w1;
exports.prep3 = async (dir, port, k) => {
    const db = open(dir);
    await db.bulkDocs(
        C.ops(k).map(o => {
            const { id, ...x } = o.r;
            return { _id: id, t: o.t, ...x };
        }),
    );
    await db.close();
};
exports.w3 = async (dir, port) => {
    const db = open(dir);
    const r = await db.replicate.to(rem(port), opt());
    if (!r.ok) throw new Error(JSON.stringify(r.errors));
    await db.close();
    return r.docs_written;
};
