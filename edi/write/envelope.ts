import type { GroupContent, InterchangeContent } from '../tree';
import { isDate, isTime } from '../values/moment';
import { hasRepetitions } from './delimiters';
import type { WriteLog } from './log';

/** The elements ISA01 to ISA16, padded to their widths. */
export function isaElements(content: InterchangeContent, findings: WriteLog): string[] {
	findings.segment = 'ISA';
	const { authorization, security, sender, receiver, delimiters, version } = content;
	const fixed = (element: number, value: string, width: number): string => {
		if (value.length > width)
			findings.problem('too-long', `"${value}" is longer than ${width} characters.`, { element, value });
		if (!/^[ -~]*$/.test(value))
			findings.problem('character', `"${value}" contains characters that are not ASCII.`, { element, value });
		return value.padEnd(width);
	};
	const exact = (element: number, value: string, form: RegExp, what: string): string => {
		if (!form.test(value)) findings.problem('code', `"${value}" is not ${what}.`, { element, value });
		return value;
	};
	const party = (element: number, { qualifier, id }: InterchangeContent['sender']): string[] => {
		if (id.trim() === '') findings.problem('element-missing', 'The ID is empty.', { element: element + 1 });
		return [exact(element, qualifier, /^[A-Z0-9]{2}$/, 'a qualifier of two characters'), fixed(element + 1, id, 15)];
	};
	const date = content.date.length === 8 ? content.date.slice(2) : content.date;
	if (!isDate(date, 6)) findings.problem('date', `"${content.date}" is not a date (YYMMDD).`, { element: 9 });
	const time = content.time.slice(0, 4);
	if (!isTime(time)) findings.problem('time', `"${content.time}" is not a time (HHMM).`, { element: 10 });
	return [
		exact(1, authorization.qualifier, /^\d\d$/, 'a qualifier of two digits'),
		fixed(2, authorization.information, 10),
		exact(3, security.qualifier, /^\d\d$/, 'a qualifier of two digits'),
		fixed(4, security.information, 10),
		...party(5, sender),
		...party(7, receiver),
		date,
		time,
		hasRepetitions(version) ? delimiters.repetition : 'U',
		exact(12, version, /^\d{5}$/, 'a version of five digits, e.g. 00401'),
		exact(13, content.controlNumber, /^\d{1,9}$/, 'a control number of up to nine digits').padStart(9, '0'),
		content.isAcknowledgementRequested ? '1' : '0',
		exact(15, content.usage, /^[PTI]$/, 'P (production), T (test) or I (information)'),
		delimiters.component,
	];
}

/** The elements GS01 to GS08. */
export function gsElements(group: GroupContent, findings: WriteLog): string[] {
	findings.segment = 'GS';
	const { functionalId, sender, receiver, date, time, controlNumber, agency, version } = group;
	// Six digits up to 003060
	const length = version < '003070' && date.length === 6 ? 6 : 8;
	if (!isDate(date, length)) findings.problem('date', `"${date}" is not a date (CCYYMMDD).`, { element: 4 });
	if (!/^\d{1,9}$/.test(controlNumber))
		findings.problem('number', `"${controlNumber}" is not a control number of up to nine digits.`, { element: 6 });
	for (const [element, value] of [functionalId, sender, receiver, date, time, controlNumber, agency, version].entries())
		if (value.trim() === '') findings.problem('element-missing', 'The element is empty.', { element: element + 1 });
	return [functionalId, sender, receiver, date, time, controlNumber, agency, version];
}
