import { write, type InterchangeContent, type WriteOptions, type Written } from '../../../edi';
import { RowWithFiles, type Row } from '../../../kit/n8n/items';
import { textOf } from '../../../kit/n8n/fields/value';
import type { Parameters } from '../../../kit/n8n/parameters';
import { inField } from '../../../kit/n8n/refusal';
import type { RunContext } from '../operation';
import { optionOf } from './optionOf';
import { spelledOut } from './problems';

/** How values that do not fit are treated. */
export function writeOptionsOf(parameters: Parameters): Partial<WriteOptions> {
	const option = <K extends keyof WriteOptions>(name: K, fallback: WriteOptions[K]) =>
		optionOf(parameters, name, fallback);
	return {
		characters: option('characters', 'extended'),
		delimiterInValue: option('delimiterInValue', 'refuse'),
		lineBreak: option('lineBreak', ''),
		tooLong: option('tooLong', 'refuse'),
		unknownCharacter: option('unknownCharacter', 'refuse'),
	};
}

/** Writes an interchange, and reports what was not written as it was given. */
export function writeInterchange(content: InterchangeContent, { parameters, hint }: RunContext): Written {
	const written = write(content, writeOptionsOf(parameters));
	if (written.changes.length > 0) hint(spelledOut(written.changes));
	return written;
}

/** The item for written X12: the text as a file or as a field, and what is known of it. */
export async function outputOf(text: string, name: string, row: Row, { node, parameters }: RunContext) {
	if (parameters.text('outputAs') === 'text') return { text, ...row };
	const isLatin1 = optionOf<string>(parameters, 'characters', 'extended') === 'latin1';
	const fileName = optionOf(parameters, 'fileName', name);
	const bytes = Buffer.from(text, isLatin1 ? 'latin1' : 'utf8');
	const file = await node.helpers.prepareBinaryData(bytes, fileName, 'application/edi-x12');
	return new RowWithFiles({ fileName, ...row }, { [parameters.text('outputBinaryField') || 'data']: file });
}

/** Date and time for ISA and GS: as given, or now in the zone of the workflow. */
export function momentOf(parameters: Parameters): { date: string; time: string } {
	const given = optionOf<unknown>(parameters, 'date', undefined);
	const now = parameters.values.dates.ofInstant(new Date());
	const label = parameters.label('options.date');
	const text = inField(label, () => textOf(given, parameters.values, 'dateTime')) ?? now;
	const [, year, month, day, hour = '00', minute = '00'] =
		/^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d))?/.exec(text) ?? [];
	if (year === undefined) throw new TypeError(`${label} must be a date such as 2026-11-27T14:30 (it is "${text}")`);
	return { date: `${year}${month}${day}`, time: `${hour}${minute}` };
}
