export { Agent, EnvHttpProxyAgent } from 'undici';
export type { Dispatcher } from 'undici';
