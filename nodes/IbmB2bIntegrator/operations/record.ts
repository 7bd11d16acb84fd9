import type { INodeProperties } from 'n8n-workflow';

import { steering, type Field } from '../../../kit/n8n/fields/field';
import { emptyFilters, filter } from '../../../kit/n8n/emptyFilters';
import { returnAll, simplify } from '../../../kit/n8n/fields/output';
import { options, writeOptions } from '../../../kit/n8n/fields/basic';
import type { RecordKind } from '../run/records';
import type { Operation } from '../operation';

/** What the operations of a kind of record have in common. */
interface Plan {
	kind: RecordKind;
	/** The service, for the documentation. */
	api: string;
	/** With its article: "a community". */
	one: string;
	many: string;
	/** The picker of a record. */
	locator: INodeProperties;
}

const records = async () => await import('../run/records');

export const getOne = ({ kind, api, one, locator }: Plan): Operation => ({
	value: 'get',
	name: 'Get',
	action: `Get ${one}`,
	description: `Retrieve ${one}`,
	api,
	kind: 'read',
	fields: [steering(locator), simplify()],
	run: async (context) => await (await records()).get(kind, locator.name, context),
});

export const getMany = ({ kind, api, many }: Plan, ...filters: Field[]): Operation => ({
	value: 'getMany',
	name: 'Get Many',
	action: `Get many ${many}`,
	description: `Retrieve a list of ${many}`,
	api,
	kind: 'read',
	fields: [
		...filters.map(({ property }) => steering(filter(property))),
		...returnAll(),
		simplify(),
		...(filters.length > 0 ? [options(emptyFilters)] : []),
	],
	run: async (context) => await (await records()).getMany(kind, context),
});

/** `names` are the parameters beside the collection that become attributes under their own names. */
export const create = ({ kind, api, one }: Plan, names: string[], ...fields: Field[]): Operation => ({
	value: 'create',
	name: 'Create',
	action: `Create ${one}`,
	description: `Create ${one}`,
	api,
	kind: 'write',
	fields: [...fields, writeOptions()],
	turn: (parameters) => `${kind}:${parameters.text(names[0])}`,
	run: async (context) => await (await records()).create(kind, names, context),
});

export const update = ({ kind, api, one, locator }: Plan, ...fields: Field[]): Operation => ({
	value: 'update',
	name: 'Update',
	action: `Update ${one}`,
	description: `Change ${one}. Fields that you leave out keep their values.`,
	api,
	kind: 'write',
	fields: [steering(locator), ...fields, writeOptions()],
	turn: (parameters) => `${kind}:${parameters.text(locator.name)}`,
	run: async (context) => await (await records()).update(kind, locator.name, context),
});

export const remove = ({ kind, api, one, locator }: Plan): Operation => ({
	value: 'delete',
	name: 'Delete',
	action: `Delete ${one}`,
	description: `Delete ${one}`,
	warning: `This deletes ${one} permanently.`,
	api,
	kind: 'write',
	fields: [steering(locator), writeOptions()],
	turn: (parameters) => `${kind}:${parameters.text(locator.name)}`,
	run: async (context) => await (await records()).remove(kind, locator.name, context),
});
