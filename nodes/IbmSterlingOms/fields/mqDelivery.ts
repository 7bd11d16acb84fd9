import { choice, text } from '../../../kit/n8n/fields/basic';
import { showWhen, steering, type Field } from '../../../kit/n8n/fields/field';

/** Where a document goes that is delivered by IBM MQ, and what it is written in. */
export const mqDelivery = (): Field[] =>
	showWhen(
		{ delivery: ['mq'] },
		steering(
			text(
				'Queue Name',
				'queueName',
				'Queue that a service of your Sterling reads. It decides which API gets the document, so use one queue for each operation.',
				'OMS.CREATE.ORDER',
				{ required: true },
			),
		),
		steering(
			choice('Message Format', 'messageFormat', 'What the document is written in', [
				{ name: 'XML', value: 'xml', description: 'What services of Sterling expect unless they say otherwise' },
				{ name: 'JSON', value: 'json', description: 'Under its root element, for services that translate JSON' },
			]),
		),
	);
