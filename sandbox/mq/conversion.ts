import type { Descriptor } from './queue';

/** Character sets that the emulated queue manager converts, by the names of the Encoding Standard. */
const LABELS: Record<number, string> = { 819: 'latin1', 923: 'iso-8859-15', 1252: 'windows-1252', 1208: 'utf-8' };

/** The bytes of a text in UTF-8; undefined where its character set is not known, or its bytes are no text of it. */
export function bytesInUtf8(data: Buffer, { ccsid, encoding }: Descriptor): Buffer | undefined {
	const utf16 = (encoding & 0xf) === 2 ? 'utf-16le' : 'utf-16be';
	const label = ccsid === 1200 ? utf16 : LABELS[ccsid];
	if (!label) return undefined;
	try {
		return Buffer.from(new TextDecoder(label, { fatal: true }).decode(data));
	} catch {
		return undefined;
	}
}
