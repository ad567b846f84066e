// SPDX-License-Identifier: Apache-2.0
'use strict';
// WatermelonDB 0.28 on node: SQLiteAdapter (better-sqlite3) + synchronize().
const path = require('path'),
    http = require('http'),
    zlib = require('zlib');
const C = require('../../lib/common');
const { Database, Model, appSchema, tableSchema } = require('@nozbe/watermelondb');
const SQLiteAdapter = require('@nozbe/watermelondb/adapters/sqlite').default;
const { synchronize } = require('@nozbe/watermelondb/sync');
const s = n => ({ name: n, type: 'string' }),
    i = n => ({ name: n, type: 'number' });
const schema = appSchema({
    version: 1,
    tables: [
        tableSchema({
            name: 'clients',
            columns: [
                ...[
                    'code',
                    'name',
                    'siren',
                    'address',
                    'city',
                    'postal_code',
                    'contact_name',
                    'phone',
                    'email',
                    'risk_class',
                ].map(s),
                ...['salesperson_id', 'credit_limit_cents', 'terms_days', 'updated_at'].map(i),
            ],
        }),
        tableSchema({
            name: 'invoices',
            columns: [
                { ...s('client_id'), isIndexed: true },
                ...['number', 'issue_date', 'due_date', 'currency', 'status', 'dispute_code', 'order_ref'].map(s),
                ...['amount_cents', 'open_cents', 'dunning_level', 'updated_at'].map(i),
            ],
        }),
        tableSchema({
            name: 'payments',
            columns: [
                { ...s('client_id'), isIndexed: true },
                ...['invoice_id', 'paid_on', 'value_date', 'method', 'reference', 'bank_label', 'status'].map(s),
                ...['amount_cents', 'updated_at'].map(i),
            ],
        }),
        tableSchema({
            name: 'notes',
            columns: [...['client_id', 'kind', 'body', 'device_id'].map(s), ...['author_id', 'created_at'].map(i)],
        }),
        tableSchema({
            name: 'promises',
            columns: [
                ...['client_id', 'invoice_id', 'promised_on', 'method', 'status', 'comment', 'device_id'].map(s),
                ...['author_id', 'amount_cents', 'created_at'].map(i),
            ],
        }),
    ],
});
const modelClasses = ['clients', 'invoices', 'payments', 'notes', 'promises'].map(t => {
    const M = class extends Model {};
    M.table = t;
    return M;
});
const open = dir => {
    const adapter = new SQLiteAdapter({
        dbName: path.join(dir, 'wm.sqlite'),
        schema,
        jsi: false,
        onSetUpError: e => {
            throw e;
        },
    });
    return new Database({ adapter, modelClasses });
};
const agent = new http.Agent({ keepAlive: true });
const req = (port, method, p, body) =>
    new Promise((ok, ko) => {
        const b = body ? Buffer.from(JSON.stringify(body)) : null;
        const r = http.request(
            {
                host: '127.0.0.1',
                port,
                method,
                path: p,
                agent,
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
                    ok(JSON.parse(d));
                });
            },
        );
        r.on('error', ko);
        r.end(b);
    });
const sync = async (db, port) => {
    let n = 0;
    await synchronize({
        database: db,
        sendCreatedAsUpdated: true,
        pullChanges: async ({ lastPulledAt }) => req(port, 'GET', `/pull?last_pulled_at=${lastPulledAt || 0}`),
        pushChanges: async ({ changes }) => {
            n = Object.values(changes).reduce((a, c) => a + c.created.length + c.updated.length, 0);
            await req(port, 'POST', '/push', { changes });
        },
    });
    return n;
};
exports.w1 = async (dir, port) => {
    const db = open(dir);
    await sync(db, port);
    return (await Promise.all(['clients', 'invoices', 'payments'].map(t => db.get(t).query().fetchCount()))).reduce(
        (a, b) => a + b,
    );
};
exports.w2 = exports.w1;
exports.prep3 = async (dir, port, k) => {
    const db = open(dir);
    await db.write(async () => {
        await db.batch(
            C.ops(k).map(o =>
                db.get(o.t).prepareCreateFromDirtyRaw
                    ? db.get(o.t).prepareCreateFromDirtyRaw({ ...o.r, _status: 'created', _changed: '' })
                    : db.get(o.t).prepareCreate(r => {
                          for (const [a, b] of Object.entries(o.r))
                              if (a === 'id') r._raw.id = b;
                              else r._setRaw(a, b);
                      }),
            ),
        );
    });
};
exports.w3 = async (dir, port) => sync(open(dir), port);
