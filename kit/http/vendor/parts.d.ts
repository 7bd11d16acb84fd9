declare module 'node-forge/lib/rc2' {
	/** What is in use of RC2; texts hold one byte in each character. */
	const part: {
		createDecryptionCipher(
			key: string,
			bits: number,
		): { start(iv: string): void; update(input: ByteBuffer): void; finish(): boolean; output: ByteBuffer };
	};
	interface ByteBuffer {
		getBytes(): string;
	}
	export default part;
}
declare module 'node-forge/lib/util' {
	import type { util } from 'node-forge';
	const part: typeof util;
	export default part;
}
declare module 'undici/lib/api/api-connect' {
	const connect: unknown;
	export default connect;
}
declare module 'undici/lib/dispatcher/pool' {
	import type { Pool } from 'undici';
	const part: typeof Pool;
	export default part;
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
declare module 'undici/lib/dispatcher/proxy-agent' {
	import type { ProxyAgent } from 'undici';
	const part: typeof ProxyAgent;
	export default part;
}
