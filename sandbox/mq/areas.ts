import type { Queue, QueueAttributes } from './queue';
import type { QueueManager } from './queueManager';
import { jmsTextMessage, type Property } from './rfh2';
import type { MqListener } from './wire/listener';

interface Order {
	queue?: string;
	text?: string;
	/** Puts it as JMS does, with MQRFH2. */
	properties?: Record<string, Property>;
	attributes?: Partial<QueueAttributes>;
}

/** What the control endpoint adds: look at queues, put messages, change attributes, break connections. */
export function areas(manager: QueueManager, listener: MqListener): Record<string, (body: object) => unknown> {
	return {
		'GET queues': () => [...manager.queues.values()].map(summaryOf),
		'POST queues': (body) => {
			const { queue = '', attributes } = body as Order;
			return summaryOf(manager.define(queue, attributes));
		},
		'POST messages': (body) => {
			const { queue = '', text = '', properties } = body as Order;
			return { messageId: manager.send(queue, properties ? jmsTextMessage(queue, text, properties) : text) };
		},
		'POST look': (body) =>
			manager
				.queue((body as Order).queue ?? '')
				.all()
				.map(shown),
		'POST clear': (body) => {
			manager.queue((body as Order).queue ?? '').clear();
			return {};
		},
		'GET clients': () => listener.clients,
		'POST break': () => {
			listener.breakAll();
			return {};
		},
		'POST heartbeat': () => {
			listener.beat();
			return {};
		},
	};
}

function summaryOf({ name, depth, openInputCount, openOutputCount, attributes }: Queue): object {
	return { name, depth, openInputCount, openOutputCount, ...attributes };
}

function shown({ descriptor, data, putBy, takenBy }: ReturnType<Queue['all']>[number]): object {
	const { messageId, correlationId, ...rest } = descriptor;
	return {
		messageId: messageId.toString('hex'),
		correlationId: correlationId.toString('hex'),
		...rest,
		isCommitted: !putBy && !takenBy,
		text: data.toString('utf8'),
	};
}
