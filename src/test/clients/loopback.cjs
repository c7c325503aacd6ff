// Lets a process connect to this machine alone: what a tool tells others of itself makes the test fail.
const net = require('node:net');
const connect = net.Socket.prototype.connect;

net.Socket.prototype.connect = function (...given) {
  const options = Array.isArray(given[0]) ? given[0][0] : given[0];
  const host = typeof options === 'object' ? options.host : given[1];
  if (typeof options === 'object' && options.path === undefined && !['127.0.0.1', '::1', 'localhost'].includes(host)) {
    process.stderr.write(`A connection to ${host} was begun.\n`);
    process.exit(70);
  }
  return connect.apply(this, given);
};
