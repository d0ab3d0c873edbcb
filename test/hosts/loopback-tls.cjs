/** Loaded by `node --require` before a program under test: every TLS connection goes to the loopback port that EVALMARK_TLS_PORT names. */
const tls = require('node:tls');

const connect = tls.connect;
const port = Number(process.env.EVALMARK_TLS_PORT);
tls.connect = (options, ...rest) => connect({ ...options, host: '127.0.0.1', port }, ...rest);
