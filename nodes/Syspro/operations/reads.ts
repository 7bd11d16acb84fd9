import type { INodeProperties } from 'n8n-workflow';

import type { Kind } from '../../../clients/syspro';
import { choice, date, flag, options, text } from '../../../kit/n8n/fields/basic';
import { emptyFilters, filter } from '../../../kit/n8n/emptyFilters';
import { steering, steeringBy, type Field } from '../../../kit/n8n/fields/field';
import { returnAll, simplify } from '../../../kit/n8n/fields/output';
import { conditions } from '../fields/conditions';
import { output } from '../fields/edi';
import { statusCodes, statuses, type WithStatus } from '../fields/statuses';
import { WAYS } from '../fields/ways';
import type { Operation } from '../operation';

/** What the reads of one kind of record have of their own. */
export interface ReadPlan {
	kind: Kind;
	/** For the descriptions: "a purchase order" and "purchase orders". */
	one: string;
	many: string;
	api: readonly string[];
	/** What names a record. */
	identity: readonly INodeProperties[];
	/** Whether it is a document with lines; master records have none. */
	hasLines?: boolean;
	/** Set of X12 that the records can come out as. */
	set?: '850' | '810' | '856';
	/** Kind of statuses to choose from. */
	statuses?: WithStatus;
	/** Whether it has a date to search by. */
	hasDate?: boolean;
	/** Whose documents to return. */
	party?: INodeProperties;
}

const readBy: INodeProperties = {
	displayName: 'Read By',
	name: 'ways',
	type: 'multiOptions',
	default: [],
	options: WAYS,
	description: 'Ways to read. By default, OData if the credential has it, then e.net.',
};
const match = choice('Match Key', 'match', 'How the key is compared', [
	{ name: 'Exactly', value: 'exact' },
	{
		name: 'With or Without Leading Zeros',
		value: 'tolerant',
		description: 'For numbers from a partner: unchanged, then padded, then without zeros',
	},
]);
const withCancelled = flag('Include Cancelled', 'withCancelled', 'Whether to return cancelled documents as well');
const withoutLines = flag(
	'Header Only',
	'headerOnly',
	'Whether to leave out lines and addresses, which is faster if you only need numbers and statuses',
);

const shownAs = ({ set }: ReadPlan): Field[] => (set ? output(set) : [simplify()]);

const MORE = 'more records would be returned';
const reads = async () => await import('../run/read');

export const getOne = (plan: ReadPlan): Operation => ({
	value: 'get',
	name: 'Get',
	action: `Get ${plan.one}`,
	description: `Retrieve ${plan.one}${plan.hasLines ? ' with its lines and addresses' : ''}`,
	api: plan.api,
	kind: 'read',
	fields: [...plan.identity.map(steering), ...shownAs(plan), options(match, readBy)],
	run: async (context) => await (await reads()).get(plan.kind, context),
});

export const getMany = (plan: ReadPlan): Operation => ({
	value: 'getMany',
	name: 'Get Many',
	action: `Get many ${plan.many}`,
	description: `Retrieve ${plan.many}${plan.hasLines ? ', each with its lines and addresses' : ''}`,
	api: plan.api,
	kind: 'read',
	fields: [
		...returnAll(),
		...(plan.statuses ? [statusField(plan.statuses)] : []),
		...(plan.hasDate
			? [
					steering(filter(date('Date From', 'dateFrom', 'First day of the documents to return'), MORE)),
					steering(filter(date('Date To', 'dateTo', 'Last day of the documents to return'), MORE)),
				]
			: []),
		...shownAs(plan),
		options(
			conditions('Further conditions on columns of the main table'),
			...(plan.hasLines ? [withoutLines] : []),
			...(plan.statuses ? [withCancelled] : []),
			...(plan.party ? [filter(plan.party, MORE)] : []),
			readBy,
			emptyFilters,
		),
	],
	run: async (context) => await (await reads()).getMany(plan.kind, context),
});

const statusField = (kind: WithStatus): Field => steeringBy((given) => statusCodes(kind, given), statuses(kind));

/** A typed number that names a document. */
export const number = (displayName: string, name: string, example: string): INodeProperties =>
	text(displayName, name, 'Number of the document, with the zeros that SYSPRO pads it with', example, {
		required: true,
	});
