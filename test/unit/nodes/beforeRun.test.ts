import { NodeHelpers, Workflow, type INodeParameters, type INodeType } from 'n8n-workflow';

import { nodeTypesOf } from '../../../engine/nodeTypes';
import { NODE_TYPE, oneNode } from '../../../engine/oneNode';
import type { Resource } from '../../../kit/n8n/catalogue';
import { IbmB2bIntegrator } from '../../../nodes/IbmB2bIntegrator/IbmB2bIntegrator.node';
import { RESOURCES as B2BI } from '../../../nodes/IbmB2bIntegrator/operations';
import { IbmInventory } from '../../../nodes/IbmInventory/IbmInventory.node';
import { RESOURCES as INVENTORY } from '../../../nodes/IbmInventory/operations';
import { IbmMq } from '../../../nodes/IbmMq/IbmMq.node';
import { RESOURCES as MQ } from '../../../nodes/IbmMq/operations';
import { IbmSterlingOms } from '../../../nodes/IbmSterlingOms/IbmSterlingOms.node';
import { RESOURCES as OMS } from '../../../nodes/IbmSterlingOms/operations';
import { RESOURCES as SYSPRO } from '../../../nodes/Syspro/operations';
import { Syspro } from '../../../nodes/Syspro/Syspro.node';
import { shownType } from '../../support/shownType';

/** A node as n8n's editor shows it. */
class Shown {
	private readonly workflow: Workflow;

	constructor(private readonly node: INodeType) {
		const { nodes, connections } = oneNode({});
		const nodeTypes = nodeTypesOf({ [NODE_TYPE]: node });
		// Every expression asks for the time, which takes long in n8n's own time zone.
		this.workflow = new Workflow({ nodes, connections, active: false, nodeTypes, settings: { timezone: 'UTC' } });
	}

	/** n8n's own way to work out an expression for the node as it is filled in. */
	private filledIn(parameters: INodeParameters): (expression: unknown) => unknown {
		const { description } = shownType(this.node, parameters);
		const node = this.workflow.getNode('Sterling')!;
		node.parameters =
			NodeHelpers.getNodeParameters(description.properties, parameters, true, false, node, description) ?? {};
		return (expression) => this.workflow.expression.getSimpleParameterValue(node, expression as string, 'internal', {});
	}

	subtitle(parameters: INodeParameters): unknown {
		return this.filledIn(parameters)(this.node.description.subtitle);
	}

	/** The hints before the run. @throws Error where n8n would not show one: for anything but true and false */
	hints(parameters: INodeParameters): string[] {
		const worked = this.filledIn(parameters);
		return (this.node.description.hints ?? []).flatMap(({ message, displayCondition, whenToDisplay }) => {
			const isShown = worked(displayCondition);
			expect([message, whenToDisplay, typeof isShown]).toEqual([message, 'beforeExecution', 'boolean']);
			return isShown === true ? [message] : [];
		});
	}
}

const oms = new Shown(new IbmSterlingOms());

test.each([
	[{ resource: 'order', operation: 'cancel', options: { dryRun: true } }, 'cancel: order (dry run)', true],
	[{ resource: 'order', operation: 'cancel', options: { dryRun: false } }, 'cancel: order', false],
	[{ resource: 'order', operation: 'cancel' }, 'cancel: order', false],
	[{ resource: 'order', operation: 'getHistory' }, 'getHistory: order', false],
	[{ resource: 'inventory', operation: 'getSupply' }, 'getSupply: inventory', false],
])('a dry run is seen on the canvas and in the panel: %p', (parameters, subtitle, isDry) => {
	expect(oms.subtitle(parameters)).toBe(subtitle);
	expect(oms.hints(parameters).some((message) => message.startsWith('Dry Run is on'))).toBe(isDry);
});

test.each([
	['order', 'cancel', {}, 'The whole order will be cancelled'],
	['order', 'resolveHold', {}, 'The hold will be resolved'],
	['order', 'resolveHold', { holdStatus: '1200' }, 'The hold will be rejected'],
	['order', 'changeStatus', {}, 'All quantities that the transaction can change'],
	['order', 'changeStatus', { changeForAllAvailableQty: false }, undefined],
	['order', 'create', {}, 'The order has no lines yet'],
	['order', 'ship', {}, 'Without lines, everything that is released'],
	['shipment', 'confirm', {}, 'Without lines, the whole shipment'],
	['shipment', 'confirm', { lines: { line: [{ quantity: '1' }] } }, undefined],
	['shipment', 'delete', {}, 'The shipment will be removed'],
	['return', 'receive', {}, 'Without lines, all lines of the return'],
	['orderRelease', 'update', {}, undefined],
	['orderRelease', 'update', { releaseAction: 'CANCEL' }, 'The whole release will be cancelled'],
	['orderRelease', 'update', { releaseAction: 'BACKORDER' }, 'The whole release will be backordered'],
	['inventory', 'adjust', {}, undefined],
	['inventory', 'adjust', { adjustmentType: 'ABSOLUTE' }, 'The quantity will replace the supply'],
	['inventory', 'cancelReservation', {}, 'Without a Quantity'],
	['inventory', 'cancelReservation', { quantity: '1' }, undefined],
])('%s:%s with %p says what it is about to do', (resource, operation, more, message) => {
	const [first] = oms.hints({ resource, operation, ...more });
	expect(first).toEqual(message === undefined ? undefined : expect.stringContaining(message));
});

const NODES: Array<[INodeType, readonly Resource[]]> = [
	[new IbmB2bIntegrator(), B2BI],
	[new IbmInventory(), INVENTORY],
	[new IbmMq(), MQ],
	[new IbmSterlingOms(), OMS],
	[new Syspro(), SYSPRO],
];
const OPERATIONS = NODES.flatMap(([node, resources]) => {
	const shown = new Shown(node);
	return resources.flatMap(({ value, operations }) =>
		operations.map((operation) => ({ name: node.description.name, shown, resource: value, operation })),
	);
});

test.each(OPERATIONS)('$name $resource:$operation.value warns where it cannot be undone', (one) => {
	const { shown, resource, operation } = one;
	const parameters = { resource, operation: operation.value };
	const hints = shown.hints(parameters);
	if (/^(?:delete|terminate|cancel$)/.test(operation.value)) expect(hints).not.toEqual([]);
	if (typeof operation.warning === 'string') expect(hints).toContain(operation.warning);
	const isDry = shown.hints({ ...parameters, options: { dryRun: true } });
	if (operation.warning !== undefined) {
		expect(isDry).toEqual([expect.stringMatching(/^Dry Run is on/), ...isDry.slice(1)]);
		expect(isDry).not.toContain(operation.warning);
	}
});
