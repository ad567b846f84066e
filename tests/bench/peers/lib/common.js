// SPDX-License-Identifier: Apache-2.0
'use strict';
const fs = require('fs'),
    path = require('path'),
    http = require('http');
const ROOT = path.join(__dirname, '..'),
    DATA = path.join(ROOT, '..', 'data');
exports.ROOT = ROOT;
exports.DATA = DATA;
exports.RESULTS = path.join(ROOT, '..', 'results');
exports.loadBase = () => {
    const T = { clients: [], invoices: [], payments: [] };
    for (const l of fs.readFileSync(path.join(DATA, 'base.ndjson'), 'utf8').split('\n'))
        if (l) {
            const o = JSON.parse(l);
            T[o.t].push(o.r);
        }
    return T;
};
exports.delta = k => JSON.parse(fs.readFileSync(path.join(DATA, `delta_${k}.json`)));
exports.ops = k => JSON.parse(fs.readFileSync(path.join(DATA, `ops_${k}.json`)));
const HZ = 100;
const statCpu = pid => {
    try {
        const s = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
        const f = s.slice(s.lastIndexOf(')') + 2).split(' ');
        return { self: ((+f[11] + +f[12]) * 1000) / HZ, reaped: ((+f[13] + +f[14]) * 1000) / HZ, ppid: +f[1] };
    } catch {
        return null;
    }
};
// CPU ms of a process and, with tree=true, of its live children plus what it already reaped (PostgreSQL backends)
exports.cpuOf = (pid, tree) => {
    const s = statCpu(pid);
    if (!s) return 0;
    let t = s.self;
    if (tree) {
        t += s.reaped;
        for (const d of fs.readdirSync('/proc'))
            if (/^\d+$/.test(d)) {
                const c = statCpu(d);
                if (c && c.ppid === pid) t += c.self;
            }
    }
    return t;
};
exports.hwm = pid => {
    try {
        return +/VmHWM:\s+(\d+)/.exec(fs.readFileSync(`/proc/${pid}/status`, 'utf8'))[1];
    } catch {
        return 0;
    }
};
exports.resetHwm = pid => {
    try {
        fs.writeFileSync(`/proc/${pid}/clear_refs`, '5');
    } catch {}
};
// count payload bytes on every socket of an http.Server (TCP payload, headers included)
exports.countSockets = srv => {
    let rx = 0,
        tx = 0,
        n = 0,
        reqs = 0;
    const live = new Set();
    srv.on('connection', s => {
        n++;
        live.add(s);
        s.on('close', () => {
            rx += s.bytesRead;
            tx += s.bytesWritten;
            live.delete(s);
        });
    });
    srv.on('request', () => reqs++);
    return () => {
        let r = rx,
            t = tx;
        for (const s of live) {
            r += s.bytesRead;
            t += s.bytesWritten;
        }
        return { rx: r, tx: t, conns: n, reqs };
    };
};
exports.median = a => {
    const b = [...a].sort((x, y) => x - y),
        m = b.length >> 1;
    return b.length % 2 ? b[m] : (b[m - 1] + b[m]) / 2;
};
exports.dirSize = p => {
    let t = 0;
    const st = fs.statSync(p);
    if (!st.isDirectory()) return st.size;
    for (const f of fs.readdirSync(p)) t += exports.dirSize(path.join(p, f));
    return t;
};
