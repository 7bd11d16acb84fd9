const BLOCK = /-----BEGIN ([A-Z0-9 ]+)-----([^]*?)-----END \1-----/g;
const OLD_HEADERS = /Proc-Type:\s*4,\s*ENCRYPTED\s+DEK-Info:\s*([A-Z0-9-]+,[0-9A-Fa-f]+)/;

export interface PemBlock {
	/** What the block says it is: 'CERTIFICATE', 'PRIVATE KEY', 'ENCRYPTED PRIVATE KEY', … */
	label: string;
	/** The block with clean line breaks. */
	text: string;
}

/**
 * The blocks of a PEM text. Line breaks may be real, written as \n, or turned into spaces by an input
 * field; texts between blocks are ignored.
 */
export function pemBlocks(text: string): PemBlock[] {
	const plain = text.replace(/\\r/g, '').replace(/\\n/g, '\n');
	return [...plain.matchAll(BLOCK)].map(([, label, body]) => {
		const old = OLD_HEADERS.exec(body);
		const data = (old ? body.slice(old.index + old[0].length) : body).replace(/\s+/g, '');
		const lines = data.match(/.{1,64}/g) ?? [];
		const head = old ? [`Proc-Type: 4,ENCRYPTED`, `DEK-Info: ${old[1]}`, ''] : [];
		return {
			label,
			text: [`-----BEGIN ${label}-----`, ...head, ...lines, `-----END ${label}-----`, ''].join('\n'),
		};
	});
}
