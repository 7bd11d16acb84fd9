declare module 'node-forge/lib/pki' {
	import type { pki } from 'node-forge';
	const part: typeof pki;
	export default part;
}
declare module 'node-forge/lib/pkcs12' {
	import type { pkcs12 } from 'node-forge';
	const part: typeof pkcs12;
	export default part;
}
declare module 'node-forge/lib/asn1' {
	import type { asn1 } from 'node-forge';
	const part: typeof asn1;
	export default part;
}
declare module 'undici/lib/api' {
	const methods: object;
	export default methods;
}
declare module 'undici/lib/core/connect' {
	import type { buildConnector } from 'undici';
	const part: typeof buildConnector;
	export default part;
}
declare module 'undici/lib/dispatcher/agent' {
	import type { Agent } from 'undici';
	const part: typeof Agent;
	export default part;
}
declare module 'undici/lib/dispatcher/dispatcher' {
	import type { Dispatcher } from 'undici';
	const part: typeof Dispatcher;
	export default part;
}
declare module 'undici/lib/dispatcher/env-http-proxy-agent' {
	import type { EnvHttpProxyAgent } from 'undici';
	const part: typeof EnvHttpProxyAgent;
	export default part;
}
