import connect from 'undici/lib/api/api-connect';
import Dispatcher from 'undici/lib/dispatcher/dispatcher';

export { default as buildConnector } from 'undici/lib/core/connect';
export { default as Agent } from 'undici/lib/dispatcher/agent';
export { default as Pool } from 'undici/lib/dispatcher/pool';
export { default as ProxyAgent } from 'undici/lib/dispatcher/proxy-agent';
export type { buildConnector as Connectors, Dispatcher } from 'undici';

// The parts alone, without fetch and web sockets, are half the size; only undici's index adds the
// method that opens a tunnel through a proxy to them.
Object.assign(Dispatcher.prototype, { connect });
