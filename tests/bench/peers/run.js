#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
'use strict';
// node run.js <peer> [--label L] [--w w1,w2,w3,w4] [--runs 5] [--devices 50]: one line of JSON per measurement, to
// ../results/<label>.jsonl. GZIP, MODE, PUSH, BATCH, CKPT of the environment reach server and client.
const { fork, spawn } = require('child_process'),
    fs = require('fs'),
    path = require('path');
const C = require('./lib/common'),
    PG = require('./lib/pg');
const peer = process.argv[2],
    arg = (n, d) => {
        const i = process.argv.indexOf('--' + n);
        return i > 0 ? process.argv[i + 1] : d;
    };
const runs = +arg('runs', 5),
    W = arg('w', 'w1,w2,w3,w4').split(','),
    ND = +arg('devices', 50),
    label = arg('label', peer),
    usesPg = peer !== 'pouch';
const work = path.join(C.ROOT, 'work', label);
fs.rmSync(work, { recursive: true, force: true });
fs.mkdirSync(work, { recursive: true });
const env = { ...process.env, PEER_DB: 'peer_' + label.replace(/\W/g, '_').toLowerCase(), PEER_DIR: path.join(work, 'server') };
let srv,
    id = 0;
const wait = new Map();
const ask = m =>
    new Promise(ok => {
        const i = ++id;
        wait.set(i, ok);
        srv.send({ ...m, id: i });
    });
const client = (w, k, dirs, e = {}) =>
    new Promise((ok, ko) => {
        const p = spawn(
            process.execPath,
            [
                path.join(C.ROOT, 'clientproc.js'),
                path.join(C.ROOT, 'peers', peer, 'client.js'),
                w,
                srv.port,
                String(k),
                ...dirs,
            ],
            { env: { ...env, ...e }, stdio: ['ignore', 'pipe', 'pipe'] },
        );
        let o = '',
            er = '';
        p.stdout.on('data', d => (o += d));
        p.stderr.on('data', d => (er += d));
        p.on('close', () => {
            try {
                const j = JSON.parse(o.trim().split('\n').pop());
                j.error ? ko(new Error(j.error)) : ok(j);
            } catch (x) {
                ko(new Error(o + er));
            }
        });
    });
const resf = path.join(C.RESULTS, label + '.jsonl');
async function measure(w, run, k, dirs, e) {
    const pgp = usesPg ? PG.pid() : 0;
    C.resetHwm(srv.pid);
    const s0 = await ask({ cmd: 'stats' }),
        c0 = C.cpuOf(srv.pid),
        p0 = pgp ? C.cpuOf(pgp, true) : 0;
    const r = await client(w.replace('first', ''), k, dirs, e);
    const s1 = await ask({ cmd: 'stats' }),
        c1 = C.cpuOf(srv.pid),
        p1 = pgp ? C.cpuOf(pgp, true) : 0;
    const rec = {
        peer: label,
        w,
        run,
        ...r,
        srv_cpu_ms: c1 - c0,
        pg_cpu_ms: p1 - p0,
        srv_hwm_kb: C.hwm(srv.pid),
        up_bytes: s1.rx - s0.rx,
        down_bytes: s1.tx - s0.tx,
        reqs: s1.reqs - s0.reqs,
        disk_bytes: dirs.length === 1 ? C.dirSize(dirs[0]) : undefined,
        at: new Date().toISOString(),
    };
    fs.appendFileSync(resf, JSON.stringify(rec) + '\n');
    console.log(JSON.stringify(rec));
    return rec;
}
(async () => {
    fs.mkdirSync(C.RESULTS, { recursive: true });
    fs.rmSync(resf, { force: true });
    if (usesPg) {
        PG.start();
        PG.seed(env.PEER_DB);
    }
    srv = fork(path.join(C.ROOT, 'peers', peer, 'server.js'), { env, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    await new Promise(ok =>
        srv.on('message', m => {
            if (m.ready) {
                srv.port = m.ready;
                ok();
            } else {
                wait.get(m.id)(m);
                wait.delete(m.id);
            }
        }),
    );
    if (peer === 'pouch') {
        const t = Date.now();
        const r = await ask({ cmd: 'seed' });
        console.log('# seeded', r.doc_count, Date.now() - t, 'ms');
    }
    const dev = path.join(work, 'dev0');
    let k = 0;
    const w1runs = W.includes('w1') ? +arg('w1runs', runs) : 1;
    for (let i = 0; i < w1runs; i++) {
        fs.rmSync(dev, { recursive: true, force: true });
        fs.mkdirSync(dev);
        const r = await measure('w1', i, 0, [dev]);
        if (r.n !== 72000) console.log('# WARNING rows', r.n);
    }
    if (W.includes('w4')) {
        for (let i = 0; i < ND; i++) fs.cpSync(dev, path.join(work, 'f' + i), { recursive: true });
    }
    if (W.includes('w2'))
        for (let i = 0; i < runs; i++) {
            const d = await ask({ cmd: 'delta', k });
            if (d.bad || d.error) console.log('# delta', d);
            k++;
            await measure('w2', i, 0, [dev]);
        }
    if (W.includes('w4')) {
        const dirs = [...Array(ND).keys()].map(i => path.join(work, 'f' + i));
        await client('w4', 0, dirs, { CKPT: process.env.CKPT || 'target' }).catch(e =>
            console.log('# w4 catch-up', e.message),
        );
        for (let i = 0; i < +arg('w4runs', Math.min(runs, 5)); i++) {
            const d = await ask({ cmd: 'delta', k });
            if (d.bad || d.error) console.log('# delta', d);
            k++;
            await measure('w4', i, 0, dirs, { CKPT: process.env.CKPT || 'target' });
        }
        for (const d of dirs) fs.rmSync(d, { recursive: true, force: true });
    }
    if (W.includes('w3')) {
        // same device pushes op sets 0..n in turn; the first push of a device that has never pushed is reported apart (w3first)
        const n0 = Math.min(runs, 9);
        for (let i = -1; i < n0; i++) {
            const kk = i < 0 ? 9 : i;
            await client('w2', 0, [dev]);
            const b = (await ask({ cmd: 'count' })).n;
            await client('prep3', kk, [dev]);
            await measure(i < 0 ? 'w3first' : 'w3', i, kk, [dev]);
            const a = (await ask({ cmd: 'count' })).n;
            if (a - b !== 1000) console.log('# WARNING server rows', a - b);
        }
    }
    srv.kill('SIGTERM');
    if (usesPg) PG.stop();
    fs.rmSync(work, { recursive: true, force: true });
    process.exit(0);
})().catch(e => {
    console.error(e);
    if (srv) srv.kill('SIGTERM');
    if (usesPg) PG.stop();
    process.exit(1);
});
