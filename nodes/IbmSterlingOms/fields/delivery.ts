import type { INodeProperties } from 'n8n-workflow';

import { choice, optionally, shownFor, text } from '../../../kit/n8n/fields/basic';
import type { Parameters } from '../../../kit/n8n/parameters';
import { service } from './locators';

const way: INodeProperties = {
	displayName: 'Delivery',
	name: 'delivery',
	type: 'options',
	noDataExpression: true,
	default: 'now',
	options: [
		{ name: 'Now', value: 'now', description: 'Sterling processes the request immediately and returns the result' },
		{
			name: 'Queued by Sterling',
			value: 'queued',
			description:
				'Sterling stores the request, and its asynchronous request agent processes it later. There is no result.',
		},
		{
			name: 'Through a Queue',
			value: 'mq',
			description:
				'The document goes into an IBM MQ queue, from which a Sterling service reads it. There is no result.',
		},
		{
			name: 'Through a Service',
			value: 'service',
			description: 'A Sterling service receives the document, for your own checks and mappings',
		},
	],
	description: 'How the request reaches Sterling. For a queue or a service, also add its name under Options.',
};

/** The path of the option, from the top of the node. */
export const DELIVERY = '/options.delivery';

/** The way of a document to Sterling. */
export const deliveryOf = (parameters: Parameters): string => parameters.choice('options.delivery', 'now');

/** How a write reaches Sterling, and what each way needs: options, which n8n offers once the way is chosen. */
export const delivery: INodeProperties[] = [
	way,
	shownFor({ delivery: ['service'] }, optionally(service())),
	shownFor(
		{ delivery: ['mq'] },
		text(
			'Queue Name',
			'queueName',
			'Queue that a service of your Sterling reads. It decides which API gets the document, so use one queue for each operation.',
			'OMS.CREATE.ORDER',
		),
	),
	shownFor(
		{ delivery: ['mq'] },
		choice('Message Format', 'messageFormat', 'Format of the document', [
			{ name: 'XML', value: 'xml', description: 'What Sterling services expect by default' },
			{ name: 'JSON', value: 'json', description: 'Below its root element, for services that translate JSON' },
		]),
	),
];

/**
 * The queue or service of the chosen delivery.
 * @throws Refusal where none is given
 */
export function destination(parameters: Parameters, name: 'queueName' | 'serviceName'): string {
	return parameters.requiredText(`options.${name}`, 'Add it under Options: the chosen Delivery requires it.');
}
