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
