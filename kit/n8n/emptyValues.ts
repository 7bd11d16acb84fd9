import { isElement } from '../xml/document';
import { choicesOf } from './fields/choice';
import type { Field } from './fields/field';
import type { Repeat } from './fields/repeat';
import { isBlank } from './fields/value';
import type { Parameters } from './parameters';
import { inField, refuse } from './refusal';

const isRepeat = (field: Field): field is Repeat => 'entryOf' in field;
const isGroup = ({ property, fields }: Field): boolean => property.type === 'collection' && fields !== undefined;

/**
 * Checks that no expression leaves a field empty that must not be: one that is required, a choice, or one without which
 * more is done than people may mean. n8n sees that a field is filled in, and not what its expression gives.
 * @returns the check for one item, which throws a Refusal that names the field
 */
export function emptyCheck(fields: readonly Field[]): (parameters: Parameters) => void {
	const strict = fields.filter(isStrict);
	let open: readonly Field[] | undefined;
	return (parameters) => {
		for (const field of open ?? strict) {
			const { name } = field.property;
			checkOne(field, parameters.raw(name), name, parameters);
		}
		open ??= strict.filter(({ property }) => !parameters.isSame(property.name));
	};
}

/** Whether a field, or one inside it, must not be left empty by an expression. */
function isStrict(field: Field): boolean {
	const { property, emptyMeans, fields = [], write } = field;
	if (property.required || emptyMeans) return true;
	if (isRepeat(field) || isGroup(field)) return fields.some(isStrictInside);
	return write !== undefined && property.type === 'options' && choicesOf(property).every(({ value }) => value !== '');
}

/** A choice inside a group or a list is optional: it is there for the items that have it. */
function isStrictInside(field: Field): boolean {
	return field.property.type === 'options' ? Boolean(field.property.required || field.emptyMeans) : isStrict(field);
}

function checkOne(field: Field, value: unknown, path: string, parameters: Parameters): void {
	const { property, emptyMeans, fields = [] } = field;
	inField(property.displayName, () => {
		if (isRepeat(field)) checkEntries(field, value, path, parameters);
		else if (isGroup(field)) checkMembers(fields.filter(isStrictInside), value, path, parameters);
		else if (isBlank(value) && parameters.isExpression(path)) refuseEmpty(emptyMeans, property.type === 'options');
	});
}

function checkEntries(
	{ fields = [], key, entry, emptyMeans }: Repeat,
	value: unknown,
	path: string,
	parameters: Parameters,
): void {
	const given = isElement(value) ? (value as Record<string, unknown>)[key] : undefined;
	const entries: unknown[] = Array.isArray(given) ? given : isElement(given) ? [given] : [];
	if (entries.length === 0 && emptyMeans && parameters.isExpression(`${path}.${key}`)) refuseEmpty(emptyMeans);
	const inside = fields.filter(isStrictInside);
	entries.forEach((one, i) =>
		inField(`${entry} ${i + 1}`, () => checkMembers(inside, one, `${path}.${key}.${i}`, parameters)),
	);
}

function checkMembers(fields: readonly Field[], values: unknown, path: string, parameters: Parameters): void {
	if (!isElement(values)) return;
	const given = values as Record<string, unknown>;
	for (const field of fields) {
		const { name } = field.property;
		if (name in given) checkOne(field, given[name], `${path}.${name}`, parameters);
	}
}

/** Refuses a field that an expression leaves empty. @throws Refusal that says what would happen without it */
export function refuseEmpty(emptyMeans: string | undefined, isChoice = false): never {
	return refuse(
		'is empty: its expression returns nothing',
		emptyMeans
			? `Without it, ${emptyMeans}. ${isChoice ? 'Select that choice' : 'Leave the field empty'} if that is what you want.`
			: 'Check the expression and the item.',
	);
}
