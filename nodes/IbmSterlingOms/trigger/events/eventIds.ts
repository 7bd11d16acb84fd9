import { lookup } from '../../../../kit/lookup';
import type { EventName } from '../names';

/**
 * Sterling's own events, as `transaction.event` (factory event definitions), and what they are called here. A
 * document that Sterling sends carries this name as YFSTranEventID, where the service adds it (captured).
 */
const BY_ID: Readonly<Record<string, EventName>> = {
	'ORDER_CREATE.ON_SUCCESS': 'orderCreated',
	'ORDER_CHANGE.ON_SUCCESS': 'orderUpdated',
	'ORDER_CHANGE.ON_CANCEL': 'orderCancelled',
	'ORDER_CHANGE.ON_HOLD_TYPE_STATUS_CHANGE': 'orderUpdated',
	'ORDER_CHANGE.ON_ORDER_RELEASE_STATUS_CHANGE': 'orderUpdated',
	'CHANGE_ORDER_STATUS.ON_STATUS_CHANGE': 'orderUpdated',
	'SCHEDULE.ON_BACKORDER': 'orderLineBackordered',
	'RELEASE.ON_BACKORDER': 'orderLineBackordered',
	'ORDER_RELEASE_CHANGE.ON_BACKORDER': 'orderLineBackordered',
	'RELEASE.ON_SUCCESS': 'orderReleased',
	'RELEASE.ON_RELEASE_CREATION_OR_CHANGE': 'orderReleaseCreatedOrUpdated',
	'ORDER_RELEASE_CHANGE.ON_SUCCESS': 'orderReleaseCreatedOrUpdated',
	'ORDER_RELEASE_CHANGE.ON_CANCEL': 'orderReleaseCreatedOrUpdated',
	'CREATE_SHIPMENT.ON_SUCCESS': 'shipmentCreated',
	'CREATE_CONFIRM_SHIPMENT.ON_SUCCESS': 'shipmentCreated',
	'CONFIRM_SHIPMENT.ON_SUCCESS': 'shipmentUpdated',
	'CHANGE_SHIPMENT.ON_SUCCESS': 'shipmentUpdated',
	'CHANGE_SHIPMENT_STATUS.ON_SUCCESS': 'shipmentUpdated',
};

export const EVENT_IDS = Object.keys(BY_ID);

/**
 * The event that Sterling's name stands for; a document type within it (`ORDER_CREATE.0003.ON_SUCCESS`) is
 * passed over.
 */
export function eventOfId(id: string): EventName | undefined {
	return lookup(BY_ID, id.trim().replace(/\.\d{4}(?=\.)/, ''));
}
