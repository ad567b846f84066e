// SPDX-License-Identifier: Apache-2.0
'use strict';
// one measured client process: argv = peer module, workload, port, k, dirs... ; prints one JSON line
const [, , mod, w, port, k, ...dirs] = process.argv;
const c = require(mod);
const fs = require('fs');
process.on('unhandledRejection', e => {
    console.log(JSON.stringify({ error: String((e && e.stack) || e) }));
    process.exit(1);
});
(async () => {
    const silent = console.log;
    const err = s => silent(JSON.stringify({ error: String((s && s.stack) || s) }));
    process.removeAllListeners('unhandledRejection');
    process.on('unhandledRejection', e => {
        err(e);
        process.exit(1);
    });
    if (process.env.QUIET !== '0') console.log = () => {};
    if (global.gc) global.gc();
    const base = (process.memoryUsage().rss / 1024) | 0;
    const c0 = process.cpuUsage(),
        t0 = process.hrtime.bigint();
    let n;
    if (w === 'w4') n = (await Promise.all(dirs.map(d => c.w2(d, +port)))).length;
    else if (w === 'prep3') n = await c.prep3(dirs[0], +port, +k);
    else n = await c[w](dirs[0], +port, +k);
    const wall = Number(process.hrtime.bigint() - t0) / 1e6,
        cpu = process.cpuUsage(c0);
    const hwm = +/VmHWM:\s+(\d+)/.exec(fs.readFileSync('/proc/self/status', 'utf8'))[1];
    silent(
        JSON.stringify({
            wall_ms: +wall.toFixed(1),
            cpu_ms: ((cpu.user + cpu.system) / 1000) | 0,
            rss_base_kb: base,
            rss_peak_kb: hwm,
            n,
        }),
    );
    process.exit(0);
})();
