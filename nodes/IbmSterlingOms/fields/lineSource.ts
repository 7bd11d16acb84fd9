import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { showWhen, steering, type Field } from '../../../kit/n8n/fields/field';
import type { Repeat } from '../../../kit/n8n/fields/repeat';

/** The lines of an operation, which can come from data. */
export interface LineSource {
	/** Fills in a line by hand; data fills in the same fields. */
	field: Repeat;
	/**
	 * All input items go into one document, at most so many in each call; without it those of the same number do.
	 */
	together?: number;
}

interface Words {
	/** Label of the choice, Title Case plural: "Lines". */
	label: string;
	/** One of them: "line". */
	one: string;
	/** What input items are put together by, as part of a sentence: "the same Order Number". */
	same: string;
	/** The document that they make: "order". */
	document: string;
}

const ORDER_WORDS: Words = { label: 'Lines', one: 'line', same: 'the same order number', document: 'order' };

/** Where lines can come from beside the form, and the fields of each way. */
export interface Lines {
	choices: INodePropertyOptions[];
	fields: Field[];
}

/**
 * The lines of a document: filled in below, or made of data. `below` are the fields to fill in by hand, where these are
 * more than the repeatable element itself.
 */
export function linesOf({ field }: LineSource, words: Partial<Words> = {}, below: readonly Field[] = [field]): Lines {
	const { label, one, same, document } = { ...ORDER_WORDS, ...words };
	return {
		choices: [
			{
				name: `${label} From a List`,
				value: 'list',
				description: `The input item has a field with a list: each entry becomes one ${one}`,
			},
			{
				name: `${label} From Input Items`,
				value: 'items',
				description: `Each input item, such as a row of a sheet, is one ${one}; those with ${same} become one ${document}`,
			},
		],
		fields: [
			...showWhen({ inputMode: ['fields'] }, ...below),
			...showWhen({ inputMode: ['list'] }, list(one), mapper('lineNames', one, NAMES)),
			...showWhen({ inputMode: ['items'] }, mapper('lineColumns', one, columns(same, document))),
		],
	};
}

const list = (one: string): Field =>
	steering({
		displayName: 'List',
		name: 'lineList',
		type: 'json',
		default: '',
		required: true,
		placeholder: 'e.g. {{ $json.lines }}',
		description: `The list whose entries become ${one}s: drag the field with the list here, or enter JSON`,
		hint: 'An expression such as {{ $json.lines }}, where <code>lines</code> is a list of objects',
	});

const NAMES = {
	displayName: 'Names in the List',
	valuesLabel: 'Names in the List',
	description:
		'What each field is called in an entry of the list. With Map Automatically, entries have Sterling’s own names, such as ItemID or Item.UnitOfMeasure.',
	hint: 'Type the name, such as <code>sku</code>, and not a value. A text in double quotes is the same for all lines: <code>"EACH"</code>',
};

const columns = (same: string, document: string) => ({
	displayName: 'Values of Each Line',
	valuesLabel: 'Values of Each Line',
	description: `Which value of the input item goes into each field of its line. Input items with ${same} become one ${document}; the other fields of this node must be the same for all of them, or empty.`,
	hint: 'Drag the columns of the input here, such as {{ $json.sku }}',
});

function mapper(name: string, one: string, { displayName, valuesLabel, description, hint }: typeof NAMES): Field {
	const property: INodeProperties = {
		displayName,
		name,
		type: 'resourceMapper',
		noDataExpression: true,
		default: { mappingMode: 'defineBelow', value: null },
		description,
		hint,
		typeOptions: {
			loadOptionsDependsOn: ['resource', 'operation'],
			resourceMapper: {
				resourceMapperMethod: 'mapLineFields',
				mode: 'map',
				valuesLabel,
				fieldWords: { singular: `${one} field`, plural: `${one} fields` },
				addAllFields: false,
				supportAutoMap: true,
				hideNoDataError: true,
			},
		},
	};
	return { property };
}
