import { steering } from '../../../kit/n8n/fields/field';
import { attributes, changes } from '../fields/attributes';
import { choice, flag, optionally, text, writeOptions } from '../../../kit/n8n/fields/basic';
import { community, partner } from '../fields/locators';
import { optional, required, roles } from '../fields/partner';
import { getMany, getOne, remove } from './record';
import type { Operation, Resource } from '../operation';

const plan = {
	kind: 'tradingPartner',
	api: 'tradingpartners',
	one: 'a trading partner',
	many: 'trading partners',
	locator: partner(),
} as const;

const cleanNames = flag(
	'Clean Names',
	'cleanNames',
	'Whether to remove characters that B2B Integrator does not allow in names. The output shows what changed.',
	{ default: true },
);
const send = choice('Send', 'send', 'What an update sends', [
	{
		name: 'Whole Record',
		value: 'merge',
		description: 'The current record with your changes. Safe if an update replaces the whole record.',
	},
	{ name: 'Only Changed Fields', value: 'changed', description: 'Only the fields that you set' },
]);

const partners = async () => await import('../run/tradingPartner');

const operations: Operation[] = [
	{
		value: 'create',
		name: 'Create',
		action: 'Create a trading partner',
		description: 'Create a trading partner with its user account and mailboxes',
		api: plan.api,
		kind: 'write',
		fields: [...required().map(steering), attributes(...optional()), writeOptions(cleanNames)],
		turn: (parameters) => `tradingPartner:${parameters.text('partnerName')}`,
		run: async (context) => await (await partners()).create(context),
	},
	{
		value: 'upsert',
		name: 'Create or Update',
		action: 'Create or update a trading partner',
		description: 'Create a new record, or update the current one if it already exists (upsert)',
		api: plan.api,
		kind: 'write',
		fields: [...required().map(steering), attributes(...optional()), writeOptions(cleanNames, send)],
		turn: (parameters) => `tradingPartner:${parameters.text('partnerName')}`,
		run: async (context) => await (await partners()).upsert(context),
	},
	remove(plan),
	getOne(plan),
	getMany(
		plan,
		steering(
			text(
				'Partner Name',
				'partnerNameFilter',
				'Start of the names to return, or a pattern with * as a wildcard',
				'NORTH*',
			),
		),
	),
	{
		value: 'update',
		name: 'Update',
		action: 'Update a trading partner',
		description: 'Change a trading partner. Fields that you leave out keep their values.',
		api: plan.api,
		kind: 'write',
		fields: [
			steering(partner()),
			changes(
				...optional(),
				...required()
					.filter(({ name }) => !['partnerName', 'community', 'roles'].includes(name))
					.map(optionally),
				optionally(community()),
				{ ...roles, description: `${roles.description} Roles that you do not choose are removed.` },
			),
			writeOptions(cleanNames, send),
		],
		turn: (parameters) => `tradingPartner:${parameters.text('partner')}`,
		run: async (context) => await (await partners()).update(context),
	},
];

export const tradingPartner: Resource = { value: 'tradingPartner', name: 'Trading Partner', operations };
