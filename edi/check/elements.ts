import { shorten, type DiagnosticCode } from '../diagnostics';
import type { Dictionary } from '../dictionary/dictionary';
import type { ElementSpec, SegmentSpec } from '../dictionary/types';
import type { Element, Segment, SimpleElement } from '../tree';
import { counted } from '../values/counted';
import { digitsOf } from '../values/decimal';
import { isDate, isTime } from '../values/moment';
import type { Findings } from './findings';
import { checkNotes } from './notes';

const NUMBER = /^-?(\d+(\.\d*)?|\.\d+)$/;
const INTEGER = /^-?\d+$/;
const CONTROL = /[\u0000-\u001f\u007f-\u009f\ufffd]/;

interface ValuePlace {
	element: number;
	component?: number;
	repetition?: number;
}

/** Holds the elements of segments against the dictionary: presence, type, length, codes, syntax notes. */
export class ElementChecker {
	private segment!: Segment;

	constructor(
		private readonly dictionary: Dictionary,
		private readonly findings: Findings,
		/** Versions up to 003060 have dates of six digits. */
		private readonly hasShortDates: boolean,
	) {}

	/** Checks a segment; one that the dictionary does not know is passed over. */
	check(segment: Segment): void {
		const spec = this.dictionary.segment(segment.id);
		if (!spec) return;
		this.segment = segment;
		this.checkElements(segment.elements, spec);
		if (spec.notes.length > 0) checkNotes(segment, spec.notes, this.findings);
	}

	private checkElements(elements: Element[], spec: SegmentSpec): void {
		for (let index = 0; index < spec.elements.length; index++) {
			const element = elements[index];
			const expected = spec.elements[index];
			if (element === undefined || element === '' || isBlank(element)) {
				if (expected.isMandatory) this.missing(expected, { element: index + 1 });
			} else if (typeof element === 'string') {
				this.simple(element, expected, { element: index + 1 });
			} else this.structured(element, expected, { element: index + 1 });
		}
		if (elements.length > spec.elements.length) {
			const message = `${spec.id} has at most ${counted(spec.elements.length, 'elements')}.`;
			this.report('too-many-elements', message, { element: spec.elements.length + 1 });
		}
	}

	private structured(element: Exclude<Element, string>, expected: ElementSpec, place: ValuePlace): void {
		if (Array.isArray(element)) {
			this.simple(element, expected, place);
			return;
		}
		const message = `${expected.name} is repeated, but the standard does not say that it may be.`;
		this.findings.add('too-many-repetitions', 'warning', message, this.segment, place);
		element.repetitions.forEach((one, index) => this.simple(one, expected, { ...place, repetition: index + 1 }));
	}

	private simple(element: SimpleElement, expected: ElementSpec, place: ValuePlace): void {
		const { components } = expected;
		if (typeof element === 'string') {
			const isFirst = components !== undefined;
			this.value(element, isFirst ? components[0] : expected, isFirst ? { ...place, component: 1 } : place);
			return;
		}
		const specs = components ?? [expected];
		if (element.length > specs.length) {
			const message =
				components === undefined
					? `${expected.name} has no components. Perhaps the component separator is part of the value.`
					: `The composite ${expected.reference} has at most ${counted(specs.length, 'components')}.`;
			this.report('too-many-components', message, { ...place, component: specs.length + 1 });
		}
		specs.forEach((spec, index) => {
			const value = element[index] ?? '';
			const at = { ...place, component: index + 1 };
			if (value !== '') this.value(value, spec, at);
			else if (spec.isMandatory) this.missing(spec, at);
		});
	}

	private value(given: string, spec: ElementSpec, place: ValuePlace): void {
		const value = given.endsWith(' ') ? this.withoutBlanks(given, spec, place) : given;
		switch (spec.type) {
			case 'AN':
				this.length(value, spec, place, value.length > spec.maximum ? [...value].length : value.length, 'characters');
				if (CONTROL.test(value)) this.wrong('character', value, spec, place, 'has a control character');
				return;
			case 'ID':
				this.code(value, spec, place);
				return;
			case 'R':
				if (!NUMBER.test(value)) this.wrong('number', value, spec, place, 'is not a decimal number');
				else this.length(value, spec, place, digitsOf(value), 'digits');
				return;
			case 'N0':
			case 'N2':
				if (!INTEGER.test(value)) this.wrong('number', value, spec, place, 'is not a whole number');
				else this.length(value, spec, place, digitsOf(value), 'digits');
				return;
			case 'DT':
				if (isDate(value, spec.maximum as 6 | 8) || (this.hasShortDates && isDate(value, 6))) return;
				this.wrong('date', value, spec, place, `is not a date of ${spec.maximum} digits`);
				return;
			case 'TM':
				if (!isTime(value)) this.wrong('time', value, spec, place, 'is not a time of day');
		}
	}

	/** Blanks at the end fill a value up to its shortest length; beyond that they should not be sent. */
	private withoutBlanks(value: string, spec: ElementSpec, place: ValuePlace): string {
		if (value.length <= spec.minimum) return value;
		const message = `${spec.name}: "${shorten(value)}" ends with spaces.`;
		this.findings.add('trailing-blanks', 'warning', message, this.segment, { ...place, value });
		return value.trimEnd().padEnd(spec.minimum);
	}

	private code(value: string, spec: ElementSpec, place: ValuePlace): void {
		const { codes } = spec;
		if (codes?.has(value)) return;
		if (value.length < spec.minimum || value.length > spec.maximum || codes === undefined) {
			this.length(value, spec, place, value.length, 'characters');
			return;
		}
		const capital = value.toUpperCase();
		const hint = codes.has(capital) && capital !== value ? `. Use ${capital}` : '';
		this.wrong('code', value, spec, place, `is not a code of the standard${hint}`);
	}

	private length(value: string, spec: ElementSpec, place: ValuePlace, length: number, unit: string): void {
		if (length > spec.maximum)
			this.wrong('too-long', value, spec, place, `is longer than ${counted(spec.maximum, unit)} (${length})`);
		else if (length < spec.minimum)
			this.wrong('too-short', value, spec, place, `is shorter than ${counted(spec.minimum, unit)} (${length})`);
	}

	private missing(spec: ElementSpec, place: ValuePlace): void {
		this.report('element-missing', `${spec.name} is mandatory.`, place);
	}

	private wrong(code: DiagnosticCode, value: string, spec: ElementSpec, place: ValuePlace, what: string): void {
		this.report(code, `${spec.name}: "${shorten(value)}" ${what}.`, { ...place, value });
	}

	private report(code: DiagnosticCode, message: string, place: ValuePlace & { value?: string }): void {
		this.findings.add(code, 'error', message, this.segment, place);
	}
}

/** A value of blanks alone is no value. */
const isBlank = (element: Element) =>
	typeof element === 'string' && element.charCodeAt(0) === 32 && element.trim() === '';
