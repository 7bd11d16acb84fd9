/** A piece of a pasted text: bytes that should be DER, with what its BEGIN line calls them. */
export interface Piece {
	/** 'CERTIFICATE', 'RSA PRIVATE KEY', …; undefined without BEGIN and END. */
	label?: string;
	bytes: Buffer;
	/** The encryption that the lines above the data of an old key name. */
	old?: { cipher: string; iv: Buffer };
}

/** Base64 within Base64 (of secret stores) is followed so far. */
const MAX_WRAPPINGS = 3;
const MARKER = /- ?(BEGIN|END) ([A-Z0-9][A-Z0-9 .#]{0,60}?) ?-/gi;
const OLD_HEADERS = /Proc-Type:\s{0,9}4,\s{0,9}ENCRYPTED\s{1,9}DEK-Info:\s{0,9}([A-Z0-9-]{1,40}),([0-9A-Fa-f]{1,64})/i;
const NOT_BASE64 = /[^A-Za-z0-9+/=_-]/;

/**
 * The pieces of a text as people paste it: PEM with any line breaks (real, escaped any number of times, turned into
 * blanks, none), indented, quoted, in a string of a program, with words around it; Base64 or hexadecimal digits of the
 * bytes; Base64 of PEM. In order; empty where it is none of these.
 */
export function piecesOf(text: string, wrappings = 0): Piece[] {
	const plain = unescaped(text);
	const blocks = blocksOf(plain);
	if (blocks.length > 0 || /-\s?BEGIN /i.test(plain)) return blocks;
	const bytes = bytesOf(plain.replace(/^\s*data:[^,]{0,200},/, ''));
	if (!bytes) return [];
	const inner = bytes.toString('latin1');
	const isText = wrappings < MAX_WRAPPINGS && bytes.length > 40 && !/[^\t\r\n -~\0\xef\xbb\xbf\xff\xfe]/.test(inner);
	return isText ? piecesOf(inner, wrappings + 1) : [{ bytes }];
}

/** Undoes what editors, JSON, programs, mails and URLs do to a text of lines. */
function unescaped(text: string): string {
	const decoded = /BEGIN(%20|\+)/.test(text)
		? text.replace(/%([0-9a-f]{2})/gi, (_, hex) => latin1(hex as string))
		: text;
	return decoded
		.replace(/[\0\ufeff\u00ad\u200b-\u200f\u2060]/g, '')
		.replace(/[\u00a0\u2000-\u200a\u2028\u2029\u202f\u3000]/g, ' ')
		.replace(/[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g, '-')
		.replace(/\\+/g, '\\')
		.replace(/\\u00([0-9a-f]{2})/gi, (_, hex) => latin1(hex as string))
		.replace(/[\\`][rnt]|<br ?\/?>|&#(?:10|13|x[ad]);/gi, '\n')
		.replace(/\\/g, '')
		.replace(/["'`]\s*[+.,]\s*["'`]/g, '');
}

const latin1 = (hex: string) => String.fromCharCode(Number.parseInt(hex, 16));

/** The blocks between BEGIN and END, found in one pass over these. */
function blocksOf(text: string): Piece[] {
	const blocks: Piece[] = [];
	let open: { label: string; start: number } | undefined;
	for (const { 0: marker, 1: kind, 2: name, index } of text.matchAll(MARKER)) {
		const label = name.toUpperCase();
		if (kind.toUpperCase() === 'BEGIN') open = { label, start: index + marker.length };
		else {
			if (open?.label === label) blocks.push(blockOf(label, text.slice(open.start, index)));
			open = undefined;
		}
	}
	return blocks;
}

function blockOf(label: string, body: string): Piece {
	const old = OLD_HEADERS.exec(body);
	const data = old ? body.slice(old.index + old[0].length) : body;
	// Dashes at the ends belong to the markers.
	let [start, end] = [0, data.length];
	while (data[start] === '-') start++;
	while (data[end - 1] === '-') end--;
	const bytes = Buffer.from(data.slice(start, end).replace(/[^A-Za-z0-9+/=_-]+/g, ''), 'base64');
	return { label, bytes, ...(old ? { old: { cipher: old[1].toUpperCase(), iv: Buffer.from(old[2], 'hex') } } : {}) };
}

function bytesOf(text: string): Buffer | undefined {
	const digits = text.replace(/0x|[\s:,;"']/gi, '');
	// An element of DER starts with 30, and Base64 of it with M.
	if (/^30/.test(digits) && !/[^0-9a-f]/i.test(digits)) return Buffer.from(digits, 'hex');
	const base64 = text.replace(/[\s"'`]+/g, '');
	return base64 === '' || NOT_BASE64.test(base64) ? undefined : Buffer.from(base64, 'base64');
}

/** DER bytes as a PEM block with this label, in lines of 64 characters (RFC 7468). */
export function pemOf(label: string, bytes: Buffer): string {
	const lines = bytes.toString('base64').match(/.{1,64}/g) ?? [];
	return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n');
}
