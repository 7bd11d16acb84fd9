import { bytesOf, textOf } from '../text';
import { damaged } from './damaged';
import { withoutEnd } from '../../../kit/textEnd';

/** MQRFH2 without its properties: what the data behind it is, and the folders as text. */
interface Header {
	/** Of the data behind the header. */
	format: string;
	codedCharacterSetId: number;
	encoding: number;
	folders: string[];
}

export const MQHRF2 = 'MQHRF2';
const FIXED = 36;
const UTF8 = 1208;
const MAX_FOLDERS = 1000;
/** MQENC_INTEGER_REVERSED: numbers have their lowest byte first. */
const REVERSED = 0x2;
const IDS = [Buffer.from('RFH '), Buffer.from('d9c6c840', 'hex')];
/** MQCCSI_INHERIT and its like: the data is in the character set of the header. */
const INHERITED = [-2, 0];

/**
 * Reads the header at the beginning of the data of a message, of which `codedCharacterSetId` and `encoding` are known.
 * @returns the header and where the data behind it begins
 * @throws ServiceError `badAnswer` for a header that is damaged or cut off
 * @see IBM MQ documentation, "MQRFH2 - Rules and formatting header 2"
 */
export function readHeader(
	data: Buffer,
	{ codedCharacterSetId, encoding }: Pick<Header, 'codedCharacterSetId' | 'encoding'>,
): { header: Header; end: number } {
	if (data.length < FIXED) throw damaged('it is cut off');
	const long = (at: number) => ((encoding & 0xf) === REVERSED ? data.readInt32LE(at) : data.readInt32BE(at));
	if (!IDS.some((id) => id.equals(data.subarray(0, 4)))) throw damaged('it does not begin with "RFH "');
	if (long(4) !== 2) throw damaged(`its version is ${long(4)}`);
	const end = long(8);
	if (end < FIXED || end > data.length) throw damaged(`its length is ${end}, and the message has ${data.length} bytes`);
	const isEbcdic = data[0] !== 0x52;
	const format = withoutEnd(textOf(data.subarray(20, 28), isEbcdic ? 37 : 819), '\0 ');
	const ccsid = long(16);
	const header: Header = {
		format,
		encoding: long(12),
		codedCharacterSetId: INHERITED.includes(ccsid) ? codedCharacterSetId : ccsid,
		folders: [],
	};
	const nameValueCcsid = long(32);
	for (let at = FIXED; at < end;) {
		if (at + 4 > end) throw damaged('a folder is cut off');
		const length = long(at);
		at += 4;
		if (length < 0 || length > end - at) throw damaged(`a folder is ${length} bytes long, and ${end - at} are left`);
		const text = textOf(data.subarray(at, at + length), nameValueCcsid === 0 ? UTF8 : nameValueCcsid, encoding);
		const folder = withoutPadding(text);
		if (folder !== '') header.folders.push(folder);
		if (header.folders.length > MAX_FOLDERS) throw damaged('it has too many folders');
		at += length;
	}
	return { header, end };
}

/** A loop, because a pattern for blanks at the end takes time by the square of the blanks elsewhere. */
function withoutPadding(text: string): string {
	let end = text.length;
	while (end > 0 && (text[end - 1] === ' ' || text[end - 1] === '\0')) end--;
	return text.slice(0, end);
}

/** The bytes of a header, with numbers of the lowest byte first (encoding 546) and folders in UTF-8. */
export function writeHeader({ format, codedCharacterSetId, encoding, folders }: Header): Buffer {
	const texts = folders.map((folder) => {
		const text = bytesOf(folder, UTF8);
		const padded = Buffer.alloc(4 + Math.ceil(text.length / 4) * 4, ' ');
		padded.writeInt32LE(padded.length - 4, 0);
		text.copy(padded, 4);
		return padded;
	});
	const fixed = Buffer.alloc(FIXED, ' ');
	fixed.write('RFH ', 0, 'latin1');
	fixed.writeInt32LE(2, 4);
	fixed.writeInt32LE(FIXED + texts.reduce((sum, { length }) => sum + length, 0), 8);
	fixed.writeInt32LE(encoding, 12);
	fixed.writeInt32LE(codedCharacterSetId, 16);
	fixed.write(format.padEnd(8), 20, 8, 'latin1');
	fixed.writeInt32LE(0, 28);
	fixed.writeInt32LE(UTF8, 32);
	return Buffer.concat([fixed, ...texts]);
}
