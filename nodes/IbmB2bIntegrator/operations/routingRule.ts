import { filter } from '../../../kit/n8n/emptyFilters';
import { meaning, steering } from '../../../kit/n8n/fields/field';
import { attributes, changes } from '../fields/attributes';
import { choice, names, text } from '../../../kit/n8n/fields/basic';
import { routingRule as ruleLocator } from '../fields/locators';
import { create, getMany, getOne, remove, update } from './record';
import type { Resource } from '../operation';

const plan = {
	kind: 'routingRule',
	api: 'routingrules',
	one: 'a routing rule',
	many: 'routing rules',
	locator: ruleLocator(),
} as const;

const action = text('Action', 'action', 'Business process or contract that the rule starts', 'EDIDeenvelope');
const actionType = choice('Action Type', 'actionType', 'What the rule starts', [
	{ name: 'Business Process', value: 'bp' },
	{ name: 'Contract', value: 'contract' },
]);
const evaluationMode = choice('Evaluation Mode', 'evaluationMode', 'When the rule is evaluated', [
	{ name: 'Automatic', value: 'automatic', description: 'On the schedule of the server, every few minutes' },
	{ name: 'Manual', value: 'manual' },
]);
const runAs = text('Run As', 'runRuleAs', 'User ID under which the action runs', 'admin');
const mailboxes = (more = '') =>
	names('Mailboxes', 'mailboxes', `paths of mailboxes that the rule applies to${more}`, '/ACME/Drop');
const pattern = text(
	'Message Name Pattern',
	'messageNamePattern',
	'Names that the rule applies to, with * as a wildcard',
	'*.edi',
);
const required = (property: typeof action) => steering({ ...property, required: true });

export const routingRule: Resource = {
	value: 'routingRule',
	name: 'Routing Rule',
	operations: [
		create(
			plan,
			['name', 'action', 'actionType', 'evaluationMode', 'runRuleAs', 'messageNamePattern'],
			steering(text('Name', 'name', 'Name of the new rule', 'Deenvelope inbound EDI', { required: true })),
			required(action),
			steering(actionType),
			steering(evaluationMode),
			required(runAs),
			meaning('the rule would apply to messages of any name', steering({ ...pattern, default: '*' })),
			attributes(filter(mailboxes('. Leave empty for all.'), 'the rule would apply to all mailboxes')),
		),
		remove(plan),
		getOne(plan),
		getMany(
			plan,
			steering(text('Name', 'nameFilter', 'Start of the names to return, or a pattern with * as a wildcard', 'Deenv*')),
		),
		update(plan, changes(action, actionType, evaluationMode, runAs, mailboxes(), pattern)),
	],
};
