/** The package has its types where the module resolution of this project does not look. */
declare module 'x12-parser' {
	import type { Transform } from 'node:stream';

	export const X12parser: new (defaultEncoding?: BufferEncoding) => Transform;
}
