export { startMq, type MqSandbox } from './sandbox';
export type { MqBehaviour, MqOptions, MqUser } from './options';
export type { QueueAttributes } from './queue';
export type { Letter } from './queueManager';
export { jmsTextMessage } from './rfh2';
export { eventText, EVENT_QUEUES, INBOUND_QUEUES } from './seed';
export { summaryOf } from './summary';
export type { Client } from './wire/conversation';
