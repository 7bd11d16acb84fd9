export { Agent, buildConnector, EnvHttpProxyAgent } from 'undici';
export type { Dispatcher } from 'undici';
