import fc from 'fast-check';

import {
	DEFAULT_DELIMITERS,
	type Delimiters,
	type Element,
	type GroupContent,
	type InterchangeContent,
	type SegmentContent,
} from '../../../edi';
import { dictionaryFor } from '../../../edi/dictionary/dictionary';
import type { ElementSpec } from '../../../edi/dictionary/types';

const SETS = ['810', '850', '855', '856', '860', '865'] as const;
const GS01 = { '810': 'IN', '850': 'PO', '855': 'PR', '856': 'SH', '860': 'PC', '865': 'CA' };

/** Text that can be written with the given separators: no blanks at the end, none of the separators. */
export function text(forbidden: string, minimum: number, maximum: number): fc.Arbitrary<string> {
	const allowed = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).filter(
		(one) => !forbidden.includes(one),
	);
	const visible = allowed.filter((one) => one !== ' ');
	return fc
		.tuple(
			fc.array(fc.constantFrom(...allowed), { minLength: minimum - 1, maxLength: Math.min(maximum, 40) - 1 }),
			fc.constantFrom(...visible),
		)
		.map(([start, end]) => start.join('') + end);
}

const digits = (minimum: number, maximum: number) =>
	fc
		.integer({ min: minimum, max: Math.min(maximum, 15) })
		.chain((length) =>
			fc.array(fc.constantFrom(...'123456789'), { minLength: length, maxLength: length }).map((all) => all.join('')),
		);

/** A value of the type, in the form in which the writer writes it. */
function value(spec: ElementSpec, forbidden: string): fc.Arbitrary<string> {
	switch (spec.type) {
		case 'AN':
			return text(forbidden, spec.minimum, spec.maximum);
		case 'ID':
			return spec.codes ? fc.constantFrom(...spec.codes) : text(`${forbidden} `, spec.minimum, spec.maximum);
		case 'R':
			return fc
				.tuple(
					fc.constantFrom('', '-'),
					digits(spec.minimum, Math.min(6, spec.maximum)),
					fc.constantFrom('', '.5', '.25', '.001'),
				)
				.map(
					([sign, whole, fraction]) =>
						`${sign}${whole}${whole.length + fraction.length > spec.maximum ? '' : fraction}`,
				);
		case 'N0':
		case 'N2':
			return digits(spec.minimum, spec.maximum);
		case 'DT':
			return fc.constantFrom('20261127', '20240229', '19991231');
		case 'TM':
			return fc.constantFrom('0000', '1430', '235959', '12000099');
	}
}

function element(spec: ElementSpec, forbidden: string): fc.Arbitrary<Element> {
	const { components } = spec;
	if (!components) return value(spec, forbidden);
	// More than one component, or it is a plain value.
	return fc.tuple(...components.slice(0, 3).map((one) => value(one, forbidden)));
}

/** Segments of a set in any order, with the last element present. */
function segments(set: string, version: string, delimiters: Delimiters): fc.Arbitrary<SegmentContent[]> {
	const dictionary = dictionaryFor(version);
	const forbidden = Object.values(delimiters).join('');
	const ids = [...dictionary.set(set)!.ids].filter((id) => id !== 'ST' && id !== 'SE');
	const known = fc.constantFrom(...ids).chain((id) => {
		const specs = dictionary.segment(id)!.elements;
		return fc
			.integer({ min: 1, max: specs.length })
			.chain((length) =>
				fc
					.tuple(
						...specs
							.slice(0, length)
							.map((spec, index) =>
								index === length - 1 ? element(spec, forbidden) : fc.oneof(fc.constant(''), element(spec, forbidden)),
							),
					)
					.map((elements): SegmentContent => ({ id, elements })),
			);
	});
	const own = text(forbidden, 1, 20).map((one): SegmentContent => ({ id: 'ZZ1', elements: ['', one] }));
	return fc.array(fc.oneof({ weight: 5, arbitrary: known }, { weight: 1, arbitrary: own }), { maxLength: 12 });
}

export const delimiters: fc.Arbitrary<Delimiters> = fc.constantFrom<Delimiters>(
	DEFAULT_DELIMITERS,
	{ element: '|', component: ':', segment: '~', repetition: '^' },
	{ element: '*', component: '<', segment: '\n', repetition: '!' },
	{ element: '\u001d', component: '\u001f', segment: '\u001c', repetition: '\u001e' },
);

/** Interchanges that can be written, with several groups and sets. */
export const interchanges: fc.Arbitrary<InterchangeContent> = fc
	.tuple(
		delimiters,
		fc.constantFrom('004010', '005010'),
		fc.array(fc.tuple(fc.constantFrom(...SETS), fc.integer({ min: 1, max: 3 })), { minLength: 1, maxLength: 3 }),
	)
	.chain(([separators, version, groups]) =>
		fc
			.tuple(
				...groups.map(([set, count]) =>
					fc.array(segments(set, version, separators), { minLength: count, maxLength: count }),
				),
			)
			.map((bodies) => ({
				authorization: { qualifier: '00', information: '' },
				security: { qualifier: '00', information: '' },
				sender: { qualifier: 'ZZ', id: 'AURORA' },
				receiver: { qualifier: '01', id: '123456789' },
				date: '261127',
				time: '1430',
				version: version.slice(0, 5),
				controlNumber: '000000017',
				isAcknowledgementRequested: true,
				usage: 'T',
				delimiters: { ...separators, repetition: version === '005010' ? separators.repetition : '' },
				acknowledgements: [],
				groups: groups.map(([set], index): GroupContent => ({
					functionalId: GS01[set],
					sender: 'AURORA',
					receiver: '123456789',
					date: '20261127',
					time: '1430',
					controlNumber: String(index + 1),
					agency: 'X',
					version,
					transactions: bodies[index].map((body, number) => ({
						id: set,
						controlNumber: String(number + 1).padStart(4, '0'),
						segments: body,
					})),
				})),
			})),
	);
