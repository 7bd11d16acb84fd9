import type { Dictionary } from '../dictionary/dictionary';
import type { ElementSpec, SegmentSpec } from '../dictionary/types';
import type { Delimiters, Element, SegmentContent, SimpleElement } from '../tree';
import { lengthElementOf } from '../values/binary';
import { counted } from '../values/counted';
import { isSegmentId } from '../values/segmentId';
import { lengthWithoutEmptyEnd } from '../values/trim';
import type { WriteLog } from './log';
import type { ValuePlace, ValueWriter } from './values';

/** They repeat what a partner sent, right or wrong: their values are not held against types and lengths. */
const ECHOES = new Set(['AK1', 'AK2', 'TA1']);

/** Writes segments; empty elements and components at the end are dropped. */
export class SegmentWriter {
	private readonly specs = new Map<string, SegmentSpec | undefined>();
	/** The segment that is being written. */
	private readonly parts: string[] = [];

	constructor(
		private readonly dictionary: Dictionary,
		private readonly delimiters: Delimiters,
		/** What comes after each segment. */
		private readonly end: string,
		private readonly values: ValueWriter,
		private readonly findings: WriteLog,
	) {}

	/** The text of a segment with its terminator; empty where it has no content. */
	write({ id, elements }: SegmentContent): string {
		const { findings } = this;
		findings.segment = id;
		findings.ordinal++;
		const spec = this.specOf(id);
		const lengthElement = lengthElementOf(id);
		if (spec && elements.length > spec.elements.length) this.checkLength(elements, spec);
		const { parts } = this;
		parts.length = 1;
		parts[0] = id;
		let length = 1;
		for (let index = 0; index < elements.length; index++) {
			const value =
				lengthElement === undefined || index + 1 < lengthElement
					? this.element(elements[index], spec?.elements[index], index + 1)
					: this.binary(elements, index + 1, lengthElement);
			parts.push(value);
			if (value !== '') length = index + 2;
		}
		if (length === 1) {
			findings.ordinal--;
			return '';
		}
		parts.length = length;
		return parts.join(this.delimiters.element) + this.end;
	}

	private specOf(id: string): SegmentSpec | undefined {
		const known = this.specs.get(id);
		if (known !== undefined || this.specs.has(id)) return known;
		if (!isSegmentId(id))
			this.findings.problem(
				'segment-id',
				`"${id}" is not a segment ID: it must have two or three capital letters or digits.`,
			);
		const spec = ECHOES.has(id) ? undefined : this.dictionary.segment(id);
		if (this.specs.size < 1000) this.specs.set(id, spec);
		return spec;
	}

	private checkLength(elements: Element[], spec: SegmentSpec): void {
		const surplus = elements.findIndex((one, index) => index >= spec.elements.length && one !== '');
		if (surplus === -1) return;
		const message = `${spec.id} has only ${counted(spec.elements.length, 'elements')}.`;
		this.findings.problem('too-many-elements', message, { element: surplus + 1 });
	}

	private element(element: Element, spec: ElementSpec | undefined, number: number): string {
		if (element === '' || element === undefined || element === null) return '';
		if (typeof element === 'string') {
			const simple = spec?.components?.[0] ?? spec;
			if (this.values.isReady(element, simple)) return element;
			return this.values.write(element, simple, { element: number });
		}
		const place = { element: number };
		if (Array.isArray(element)) return this.composite(element, spec, place);
		if (!Array.isArray(element.repetitions)) return this.values.write(element as unknown as string, spec, place);
		const { repetition } = this.delimiters;
		if (repetition === '') {
			this.findings.problem(
				'too-many-repetitions',
				'Elements cannot be repeated in this version of the standard.',
				place,
			);
			return '';
		}
		const written = element.repetitions.map((one, index) =>
			this.composite(one, spec, { ...place, repetition: index + 1 }),
		);
		return written.slice(0, lengthWithoutEmptyEnd(written)).join(repetition);
	}

	/** Binary data, or its length: the data is not looked at for separators, because its length says where it ends. */
	private binary(elements: Element[], number: number, lengthElement: number): string {
		const [stated, data = ''] = elements.slice(lengthElement - 1) as [unknown, unknown?];
		if (number > lengthElement + 1) {
			this.findings.problem('too-many-elements', 'Nothing may follow the binary data.', { element: number });
			return '';
		}
		if (typeof data !== 'string' || /[^\0-\x7f]/.test(data)) {
			const message = 'Binary data must be ASCII text, such as Base64.';
			this.findings.problem('character', message, { element: lengthElement + 1 });
			return '';
		}
		if (number > lengthElement) return data;
		if (stated !== '' && stated !== String(data.length)) {
			const message = `The length is "${String(stated)}", but the binary data has ${counted(data.length, 'characters')}.`;
			this.findings.problem('binary-length', message, { element: number });
		}
		return String(data.length);
	}

	private composite(element: SimpleElement, spec: ElementSpec | undefined, place: ValuePlace): string {
		const components = typeof element === 'string' ? [element] : element;
		const specs = spec && (spec.components ?? [spec]);
		let text = '';
		let empty = '';
		components.forEach((component, index) => {
			const at = components.length === 1 ? place : { ...place, component: index + 1 };
			const value = this.values.write(component, specs?.[index], at);
			if (specs && index >= specs.length && value !== '') this.surplus(specs.length, at);
			if (index > 0) empty += this.delimiters.component;
			if (value === '') return;
			text += empty + value;
			empty = '';
		});
		return text;
	}

	private surplus(most: number, place: ValuePlace): void {
		const message = most === 1 ? 'The element has no components.' : `The composite has at most ${most} components.`;
		this.findings.problem('too-many-components', message, place);
	}
}
