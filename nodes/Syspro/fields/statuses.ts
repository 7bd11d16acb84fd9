import type { INodeProperties } from 'n8n-workflow';

import { choiceFor } from '../../../kit/n8n/fields/choice';
import { namesIn } from '../../../kit/n8n/fields/names';

/** Kinds of documents that have statuses. */
export type WithStatus = 'purchaseOrder' | 'dispatchNote' | 'salesOrder';

interface Statuses {
	codes: Readonly<Record<string, string>>;
	/** What is ready to be sent to a partner. */
	initial: readonly string[];
	description: string;
}

/** The codes that are known, by what SYSPRO calls them. Sites have others, so an expression may give any. */
export const STATUSES: Readonly<Record<WithStatus, Statuses>> = {
	purchaseOrder: {
		codes: { '0': 'In Process', '1': 'Ready to Print', '4': 'Printed', '9': 'Complete', '*': 'Cancelled' },
		initial: ['4'],
		description: 'Orders to return. A printed order is final. One that is ready to print may still change.',
	},
	dispatchNote: {
		codes: {
			'3': 'Ready to Print',
			'5': 'Printed',
			'7': 'Ready to Invoice',
			'9': 'Complete',
			H: 'On Hold',
			S: 'In Suspense',
			'*': 'Cancelled',
		},
		initial: ['7', '9'],
		description: 'Dispatch notes to return. By default, those whose goods have left.',
	},
	salesOrder: {
		codes: {
			'0': 'In Process',
			'1': 'Open',
			'2': 'Open Back Order',
			'3': 'Released Back Order',
			'4': 'In Warehouse',
			'8': 'To Invoice',
			'9': 'Complete',
			F: 'Forward',
			S: 'In Suspense',
			'*': 'Cancelled During Entry',
			'\\': 'Cancelled',
		},
		initial: [],
		description: 'Sales orders to return. Leave empty for all.',
	},
};

const optionsOf = (codes: Statuses['codes']): Array<{ name: string; value: string }> =>
	Object.entries(codes)
		.map(([value, name]) => ({ name: `${name} (${value})`, value }))
		.sort((a, b) => (a.name < b.name ? -1 : 1));

/**
 * The code of a status that was given as a code or by its name. Codes have one character, and sites have their own.
 * @throws Refusal for a longer text that is no name
 */
function statusCode(kind: WithStatus, given: string): string {
	if (given.length === 1) return given;
	const { codes } = STATUSES[kind];
	const named = Object.entries(codes).map(([value, name]) => ({ name, value }));
	return choiceFor(given, [...named, ...optionsOf(codes)]);
}

/** The codes of statuses that were given as codes or by their names. @throws Refusal for one that is neither */
export const statusCodes = (kind: WithStatus, given: unknown): string[] =>
	namesIn(given).map((each) => statusCode(kind, each));

/** Statuses to choose from, with a default that takes nothing too early. */
export function statuses(kind: WithStatus): INodeProperties {
	const { codes, initial, description } = STATUSES[kind];
	return {
		displayName: 'Statuses',
		name: 'statuses',
		type: 'multiOptions',
		default: [...initial],
		options: optionsOf(codes),
		description: `${description}. Use an expression such as {{ ["4", "6"] }} for your own codes.`.replace('..', '.'),
	};
}
