import { IbmSterlingOmsTrigger } from '../../../../nodes/IbmSterlingOms/IbmSterlingOmsTrigger.node';
import { EVENTS } from '../../../../nodes/IbmSterlingOms/trigger/names';

const { description } = new IbmSterlingOmsTrigger();

test('the events are the public contract', () => {
	expect(EVENTS).toEqual([
		'orderCreated',
		'orderUpdated',
		'orderCancelled',
		'orderReleased',
		'orderLineBackordered',
		'orderReleaseCreatedOrUpdated',
		'shipmentCreated',
		'shipmentUpdated',
		'returnCreated',
	]);
});

test('the node is a polling trigger and no tool', () => {
	expect(description).toMatchObject({
		name: 'ibmSterlingOmsTrigger',
		polling: true,
		group: ['trigger'],
		inputs: [],
	});
	expect(description.displayName).toMatch(/Trigger$/);
	expect(description).not.toHaveProperty('usableAsTool');
});
