import { ServiceError } from '../../../kit/errors';
import { fieldsOf } from '../../../kit/n8n/catalogue';
import type { Field } from '../../../kit/n8n/fields/field';
import type { INodeProperties } from 'n8n-workflow';
import { nounOf, withCapital } from '../documents/noun';
import { shownWith, sourceOf } from '../fields/contentSource';
import type { Identity } from '../fields/identityOf';
import { waysTo } from '../fields/ways';
import type { Operation } from '../operation';
import { naming } from './input';

/** What a hint may depend on: the operation, and the names of the other operations of its resource. */
interface Place {
	operation: Operation;
	/** Display names of the resource's operations, by their values. */
	siblings: Readonly<Record<string, string>>;
	/** How the content is given, where the operation lets people choose. */
	inputMode?: string;
}

type Hint = (place: Place, error: ServiceError) => string | undefined;

/**
 * The error with a hint in the words of the editor: the client knows what went wrong, and only the node knows what the
 * operation offers against it. Labels are in quotes; each is one of the operation, or an operation of the resource.
 */
export function inEditorWords(error: unknown, place: Place): unknown {
	// Our own errors without a code have their advice already, except for what is not found.
	if (!(error instanceof ServiceError) || (error.code === undefined && !isUnadvised(error))) return error;
	const hint = HINTS.find(({ fits }) => fits(error))?.hint(place, error);
	return hint === undefined ? error : error.with({ hint });
}

const isUnadvised = ({ category, hint }: ServiceError): boolean => category === 'notFound' && hint === undefined;

const HINTS: ReadonlyArray<{ fits: (error: ServiceError) => boolean; hint: Hint }> = [
	{ fits: isUnknownApi, hint: unknownApi },
	{ fits: ({ code }) => code === 'YFS10460', hint: missingAttribute },
	{ fits: ({ code }) => BAD_REFERENCES.includes(code ?? ''), hint: badReference },
	{ fits: ({ category }) => category === 'duplicate', hint: duplicate },
	{ fits: ({ category, code }) => category === 'notFound' && !code?.endsWith('Exception'), hint: notFound },
	{ fits: ({ category }) => category === 'notModifiable', hint: notModifiable },
	{ fits: ({ code }) => code === 'YFS10428', hint: unfitting },
	{ fits: ({ code }) => ['YDM00065', 'OMP10065', 'YCM0031'].includes(code ?? ''), hint: unidentified },
];

/** Sterling says that an API is not there by a code of its own, or by the Java class that looks for it (captured). */
function isUnknownApi({ code, message }: ServiceError): boolean {
	return code?.endsWith('NoSuchMethodException') === true || (code === 'YFC0002' && /\bAPI\b/i.test(message));
}

function unknownApi({ operation, siblings }: Place, { message, api, attributes }: ServiceError): string {
	const [, inMessage] = /\bAPI:? ['"]?(\w+)/i.exec(message) ?? [];
	const names = [inMessage, attributes.ApiName, attributes.Name, api].filter(
		(name) => name && !WRAPPERS.includes(name),
	);
	const called = names[0] === undefined ? 'of this name' : `called "${names[0]}"`;
	const where = labelOf(operation, 'apiName') ?? labelOf(operation, 'calls');
	const service = siblings.executeService ? ` A service is called by the operation "${siblings.executeService}".` : '';
	const check = where
		? `Check the exact spelling in "${where}", including capital letters.${service}`
		: 'Ask the administrator for it.';
	return `This Sterling has no API ${called}. ${check}`;
}

const WRAPPERS: readonly string[] = ['getPage', 'multiApi'];

function missingAttribute(place: Place, { attributes }: ServiceError): string | undefined {
	const name = attributes.Attribute ?? attributes.ElementName ?? attributes.AttributeName;
	if (!name) return undefined;
	const field = fieldFor(place, name);
	const line = attributes.PrimeLineNo ? ` of line ${attributes.PrimeLineNo}` : '';
	if (!field) return `A required attribute is missing: ${name}${line}.`;
	return `A required attribute is missing: fill in ${field}${line}.`;
}

/** Item, node, document type and organizations that do not exist. */
const UNKNOWN_ORGANIZATION: readonly string[] = ['YFS10395', 'YCP0040'];
const BAD_REFERENCES: readonly string[] = ['YFS10437', 'YFS10048', 'YFS10367', 'OMP11035', ...UNKNOWN_ORGANIZATION];

/** Names the fields whose values Sterling repeats, where the operation has them. */
function badReference(place: Place, { attributes, code }: ServiceError): string | undefined {
	const named = repeatedFields(place, attributes);
	if (named.length === 0) return undefined;
	const check = `This Sterling has no such value: check ${listed(named)}`;
	if (UNKNOWN_ORGANIZATION.includes(code ?? '')) return `${check}.`;
	return `${check}, and the organization that ${named.length === 1 ? 'it is' : 'they are'} set up for.`;
}

/** The fields of the attributes that an error repeats. */
function repeatedFields(place: Place, attributes: Readonly<Record<string, string>>): string[] {
	return [...new Set(Object.keys(attributes).flatMap((name) => fieldFor(place, name) ?? []))];
}

/** The fields of the operation that its form shows. */
const shownFields = ({ operation, inputMode = 'fields' }: Place): Field[] => shownWith(fieldsOf(operation), inputMode);

/** What the editor calls the data or document that the lines or the whole content come from. */
const sourceLabel = ({ operation, inputMode = 'fields' }: Place): string | undefined =>
	labelOf(operation, sourceOf(inputMode));

/**
 * The field of an attribute in quotes, or those of which it may be one; the attribute itself where it comes from data or
 * a document. Undefined where the operation has no such field.
 */
function fieldFor(place: Place, name: string): string | undefined {
	const ways = waysTo(shownFields(place), name).map((labels) => `"${labels.join(' → ')}"`);
	if (ways.length > 0) return [...new Set(ways)].join(' or ');
	const isElsewhere = waysTo(fieldsOf(place.operation), name).length > 0;
	return isElsewhere ? `${name} in "${sourceLabel(place) ?? ''}"` : undefined;
}

function duplicate({ operation, siblings }: Place): string {
	if (operation.value !== 'create') return 'A record with this key already exists: change it instead of adding it.';
	const other = siblings.upsert ?? siblings.update;
	const name = nameOf(operation);
	const instead = other ? `Use the operation "${other}" to change it, or enter` : 'Enter';
	return `${withCapital(nounOf(operation))} with this ${name} already exists. ${instead} another ${name}.`;
}

/** What the first naming field of a new record holds, as the end of its label says: "number", "ID". */
function nameOf(operation: Operation): string {
	const [field] = naming(operation);
	const last = field?.property.displayName.split(' ').at(-1) ?? 'key';
	return last === last.toUpperCase() ? last : last.toLowerCase();
}

function notFound(place: Place, { attributes, code }: ServiceError): string {
	const { operation } = place;
	const isLine = LINE_NAMES.some((name) => attributes[name] !== undefined);
	const line = linesLabel(place);
	if (code === 'YFS10001' && isLine) {
		const check = line ? ` Check the lines in "${line}".` : '';
		return `The document has no such line.${check} Lines are identified by their key, or by line number and subline number.`;
	}
	const { identity } = operation;
	if (!identity) return `Nothing matches. Check ${listed(referringFields(place, attributes))}.`;
	const { key, natural } = identity.entity;
	const labels = identity.fields.map(({ property }) => `"${property.displayName}"`);
	const isByKey = attributes[key] !== undefined && attributes[natural[0]] === undefined;
	const check = isByKey ? `Check the key in ${labels[0]}` : `Check ${listed(labels)}${orKey(identity)}`;
	const orLine = code === 'YFS10001' && line ? ` If the document is right, check "${line}".` : '';
	const history = labelOf(operation, 'options.readFromHistory');
	const old = history ? ` Purged orders are found with "${history}" under "Options".` : '';
	return `Nothing matches. ${check}.${orLine}${old}`;
}

/** What the editor calls the lines of the operation, or where they come from. */
function linesLabel(place: Place): string | undefined {
	const wayIn = (fields: readonly Field[]) =>
		['PrimeLineNo', 'ShipmentLineNo'].flatMap((name) => waysTo(fields, name)).at(0)?.[0];
	const all = wayIn(fieldsOf(place.operation));
	return all === undefined ? undefined : (wayIn(shownFields(place)) ?? sourceLabel(place));
}

/** The fields whose values Sterling repeats, or else those that the operation requires, or its document. */
function referringFields(place: Place, attributes: Readonly<Record<string, string>>): string[] {
	const { operation } = place;
	const repeated = repeatedFields(place, attributes);
	if (repeated.length > 0) return repeated;
	const required = shownFields(place).filter(({ property, path }) => property.required === true && path !== undefined);
	if (required.length > 0) return required.map(({ property }) => `"${property.displayName}"`);
	const isChosen = labelOf(operation, 'inputMode') !== undefined;
	const content = isChosen ? sourceLabel(place) : (labelOf(operation, 'document') ?? labelOf(operation, 'calls'));
	return [content ? `the numbers, keys and codes in "${content}"` : 'the values that name the record'];
}

const LINE_NAMES = ['OrderLineKey', 'PrimeLineNo', 'ShipmentLineKey', 'ShipmentLineNo'];

function notModifiable(place: Place): string {
	const override = ['override', 'additionalFields.override', 'additionalFields.overrideModificationRules']
		.map((path) => labelIn(shownFields(place), path))
		.find((label) => label !== undefined);
	const lift = override ? ` "${override}" overrides the rules that the login may override.` : '';
	return `The modification rules forbid this in the current status. Read the status first.${lift}`;
}

function unidentified(place: Place): string | undefined {
	const { identity } = place.operation;
	const fields = identity?.fields ?? newNames(place);
	if (fields.length === 0) return undefined;
	const labels = listed(fields.map(({ property }) => `"${property.displayName}"`));
	return `The values do not identify one document. Fill in ${labels}${identity ? orKey(identity) : ''}.`;
}

/** Another way to name a record, where its picker has it. */
function orKey({ fields: [{ property }] }: Identity): string {
	return property.modes?.some(({ name }) => name === 'key') ? ', or use the key' : '';
}

/** The fields that name a new record, as far as the form shows them. */
function newNames({ operation, inputMode = 'fields' }: Place): Field[] {
	return shownWith(naming(operation), inputMode).filter(({ path }) => path !== undefined);
}

/** A transaction that does not exist, or a status that it does not lead to. */
function unfitting(place: Place): string | undefined {
	const labels = ['TransactionId', 'BaseDropStatus'].flatMap((name) => fieldFor(place, name) ?? []);
	if (labels.length === 0) return undefined;
	return `The transaction must exist, and lead to that status. Check ${listed(labels)}.`;
}

function listed(labels: readonly string[]): string {
	const [last, ...others] = [...labels].reverse();
	return others.length === 0 ? last : `${others.reverse().join(', ')} and ${last}`;
}

/** Label of a parameter of the operation, or of one inside a collection. */
function labelOf(operation: Operation, path: string): string | undefined {
	return labelIn(fieldsOf(operation), path);
}

function labelIn(fields: readonly Field[], path: string): string | undefined {
	const [name, inner] = path.split('.');
	const property = fields.find((field) => field.property.name === name)?.property;
	if (inner === undefined || !property) return property?.displayName;
	return ((property.options ?? []) as INodeProperties[]).find((option) => option.name === inner)?.displayName;
}
