import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { alphabetical } from '../alphabetical';
import { steering, type Field } from './field';

type More = Partial<INodeProperties>;

/** A typed value; `example` is shown as its placeholder. */
export const text = (displayName: string, name: string, description: string, example: string, more: More = {}) =>
	({
		displayName,
		name,
		type: 'string',
		default: '',
		placeholder: `e.g. ${example}`,
		description,
		...more,
	}) as INodeProperties;

/** Several names in one text with commas, or in a list of an expression; `whose` completes "Comma-separated …". */
export const names = (displayName: string, name: string, whose: string, example: string, more: More = {}) =>
	text(displayName, name, `Comma-separated ${whose}`, example, {
		...more,
		typeOptions: { ...more.typeOptions, takesNames: true },
	});

/** A value that the editor hides while it is typed. */
export const secret = (displayName: string, name: string, description: string, more: More = {}) =>
	({
		displayName,
		name,
		type: 'string',
		typeOptions: { password: true },
		default: '',
		description,
		...more,
	}) as INodeProperties;

/** A yes or no; the description starts with "Whether". */
export const flag = (displayName: string, name: string, description: string, more: More = {}) =>
	({ displayName, name, type: 'boolean', default: false, description, ...more }) as INodeProperties;

/** A number; 0 by default. */
export const number = (displayName: string, name: string, description: string, more: More = {}) =>
	({ displayName, name, type: 'number', default: 0, description, ...more }) as INodeProperties;

/** A date with time, with n8n's date picker. */
export const date = (displayName: string, name: string, description: string, more: More = {}) =>
	({ displayName, name, type: 'dateTime', default: '', description, ...more }) as INodeProperties;

/** A JSON editor; an empty object by default. */
export const json = (displayName: string, name: string, description: string, more: More = {}) =>
	({ displayName, name, type: 'json', default: '{}', description, ...more }) as INodeProperties;

/** One of several values; the first is the default. */
export function choice(
	displayName: string,
	name: string,
	description: string,
	options: INodePropertyOptions[],
	more: More = {},
): INodeProperties {
	return {
		displayName,
		name,
		type: 'options',
		default: options[0].value,
		options: alphabetical(options, (option) => option.name),
		description,
		...more,
	} as INodeProperties;
}

/** What one of several entries is called, Title Case, and the name under which n8n stores them. */
interface Entry {
	entry: string;
	key: string;
}

/** A list of entries with the same values in each, which the user adds one by one. */
export const entries = (
	displayName: string,
	name: string,
	description: string,
	{ entry, key }: Entry,
	values: INodeProperties[],
): INodeProperties => ({
	displayName,
	name,
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: `Add ${entry}`,
	default: {},
	description,
	options: [{ displayName: entry, name: key, values }],
});

/** Optional parameters behind one button, in alphabetical order. */
export function group(
	displayName: string,
	name: string,
	button: string,
	description: string,
	properties: INodeProperties[],
): Field {
	return steering({
		displayName,
		name,
		type: 'collection',
		placeholder: button,
		default: {},
		description,
		options: alphabetical(properties, (property) => property.displayName),
	});
}

/** Options of an operation; writes have a dry run. */
export const options = (...properties: INodeProperties[]): Field =>
	group('Options', 'options', 'Add Option', 'Rarely needed settings', properties);

export const dryRun = flag(
	'Dry Run',
	'dryRun',
	'Whether to return the request that would be sent instead of sending it',
);

/** The Options collection of a write: Dry Run first, then the given ones. */
export const writeOptions = (...properties: INodeProperties[]): Field => options(dryRun, ...properties);

/** The same property without the mark that it is required. */
export function optionally({ required: _required, ...property }: INodeProperties): INodeProperties {
	return property;
}

/** The field, shown only while other parameters have certain values. */
export const shownFor = (
	show: NonNullable<INodeProperties['displayOptions']>['show'],
	property: INodeProperties,
): INodeProperties => ({ ...property, displayOptions: { show } });
