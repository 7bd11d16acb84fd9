import methods from 'undici/lib/api';
import Dispatcher from 'undici/lib/dispatcher/dispatcher';

export { default as buildConnector } from 'undici/lib/core/connect';
export { default as Agent } from 'undici/lib/dispatcher/agent';
export { default as EnvHttpProxyAgent } from 'undici/lib/dispatcher/env-http-proxy-agent';
export type { buildConnector as Connectors, Dispatcher } from 'undici';

// The parts alone, without fetch and web sockets, are half the size; only undici's index adds the
// methods (request, connect) to them.
Object.assign(Dispatcher.prototype, methods);
