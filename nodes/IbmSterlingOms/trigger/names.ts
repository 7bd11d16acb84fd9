/** The events of the public contract: stored in workflows, never renamed. */
export const EVENTS = [
	'orderCreated',
	'orderUpdated',
	'orderCancelled',
	'orderReleased',
	'orderLineBackordered',
	'orderReleaseCreatedOrUpdated',
	'shipmentCreated',
	'shipmentUpdated',
	'returnCreated',
] as const;

export type EventName = (typeof EVENTS)[number];

export function isEvent(name: unknown): name is EventName {
	return EVENTS.includes(name as EventName);
}
