import { ENTITIES } from '../../../clients/oms/entities';
import { childListOf } from '../../../clients/oms/identities';
import { inputRootOf } from '../../../clients/oms/inputRoots';
import { outputRootOf } from '../../../clients/oms/outputRoots';
import type { Field } from '../../../kit/n8n/fields/field';
import { fieldsOf } from '../../../kit/n8n/catalogue';
import { RESOURCES } from '../../../nodes/IbmSterlingOms/operations';

const OPERATIONS = RESOURCES.flatMap(({ value, operations }) =>
	operations.map((operation) => ({ operation, label: `${value}:${operation.value}` })),
);

test.each(Object.entries(ENTITIES))('%s: the rules for roots agree with the table', (_name, entity) => {
	expect(inputRootOf(entity.listApi)).toBe(entity.inputRoot);
	expect(outputRootOf(entity.listApi)).toBe(entity.outputRoot);
	expect(entity.natural.length).toBeGreaterThan(0);
});

/** Elements of the lists that the fields write. */
function listsOf(fields: readonly Field[]): string[] {
	return fields.flatMap(({ property, path, fields: inner = [] }) => {
		const isList = property.type === 'fixedCollection' && property.typeOptions?.multipleValues === true;
		const own = isList && path ? [path.slice(path.lastIndexOf('.') + 1)] : [];
		return [...own, ...listsOf(inner)];
	});
}

test.each(OPERATIONS)('$label: what names an entry of each of its lists is known', ({ operation }) => {
	// The lines of a receipt and the calls of a batch are no lists of a document of the user's.
	const lists = listsOf(fieldsOf(operation)).filter((name) => !['API', 'ReturnedLine'].includes(name));
	expect(lists.filter((name) => childListOf(name) === undefined)).toEqual([]);
});
