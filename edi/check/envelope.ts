import { valueOf } from '../access';
import { dictionaryFor } from '../dictionary/dictionary';
import type { Diagnostic, Group, Interchange, Segment } from '../tree';
import { isDate, isTime } from '../values/moment';
import { hasRepetitions } from '../write/delimiters';
import { ElementChecker } from './elements';
import { Findings } from './findings';

/** Versions of ISA12 that are in use. */
const VERSIONS = /^00(200|20[1-4]|30[0-7]|40[0-6]|50[0-5]|60[0-5]|70[0-6]|80[0-4])$/;

/** Whether ISA12 names a version of the standard. */
export const isInterchangeVersion = (version: string) => VERSIONS.test(version);

/** Whether GS08 names a version: six digits, then what an industry adds. */
export const isGroupVersion = (version: string) => /^\d{6}[A-Z0-9]{0,6}$/.test(version);

/** Checks the values of the ISA segment and of the TA1 segments. */
export function checkInterchangeHeader({ header, acknowledgements }: Interchange): Diagnostic[] {
	const findings = new Findings();
	const { elements } = dictionaryFor('004010').segment('ISA')!;
	const wrong = (element: number, code: 'code' | 'date' | 'time' | 'number' | 'element-missing', what: string) => {
		const value = valueOf(header, element).trim();
		const message = `${elements[element - 1].name}: "${value}" ${what}.`;
		findings.add(code, 'error', message, header, { element, value });
	};
	const value = (element: number) => valueOf(header, element).trim();
	for (const element of [1, 3, 5, 7, 14, 15])
		if (!elements[element - 1].codes!.has(value(element))) wrong(element, 'code', 'is not a code of the standard');
	for (const element of [6, 8]) if (value(element) === '') wrong(element, 'element-missing', 'is empty');
	if (!isDate(value(9), 6)) wrong(9, 'date', 'is not a date (YYMMDD)');
	if (!isTime(value(10)) || value(10).length !== 4) wrong(10, 'time', 'is not a time (HHMM)');
	checkStandard(header, value(11), value(12), findings);
	if (!isInterchangeVersion(value(12))) wrong(12, 'code', 'is not a version of the standard');
	if (!/^\d{9}$/.test(value(13))) wrong(13, 'number', 'is not a number of nine digits');
	const checker = new ElementChecker(dictionaryFor('004010'), findings, false);
	for (const segment of acknowledgements) checker.check(segment);
	return findings.list;
}

/** ISA11 is `U` up to 00401. Later it separates repetitions, and `U` says that there are none; partners mix that up. */
function checkStandard(header: Segment, standard: string, version: string, findings: Findings): void {
	if (standard === 'U') return;
	const isLater = hasRepetitions(version);
	if (isLater && standard !== '' && !/[A-Za-z0-9]/.test(standard)) return;
	const message = isLater
		? `ISA11 should separate repetitions in version ${version}, and "${standard}" cannot.`
		: `ISA11 should be U in version ${version}: it does not separate repetitions there.`;
	findings.add('separators', 'warning', message, header, { element: 11, value: standard });
}

/** A version in a spelling of its own, such as `00401` or `004010 VICS`: what is meant is clear. */
const LIKE_A_VERSION = /^0{0,3}[3-8]0\d/;

/** Checks the values of the GS segment. */
export function checkGroupHeader({ header, version }: Group): Diagnostic[] {
	const findings = new Findings();
	if (header.elements.length === 0) return findings.list;
	new ElementChecker(dictionaryFor(version), findings, version < '003070').check(header);
	const checkedAs = `it is checked as ${dictionaryFor(version).version}`;
	const place = { element: 8, value: version };
	if (version !== '' && !isGroupVersion(version)) {
		const message = `"${version}" is not a version of the standard, e.g. 004010: ${checkedAs}.`;
		findings.add('unknown-version', LIKE_A_VERSION.test(version) ? 'warning' : 'error', message, header, place);
	} else if (!/^(004010|005010)/.test(version)) {
		const message = `Version ${version || '(none)'} is not supported by the checker: ${checkedAs}.`;
		findings.add('unknown-version', 'warning', message, header, place);
	}
	return findings.list;
}
