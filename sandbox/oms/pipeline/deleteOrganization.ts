import type { Context } from '../engine/context';
import type { Row } from '../store/entity';
import { describeCodes, refuse } from '../exception';
import { removeTree } from '../engine/write';

describeCodes({ YDB10011: 'Organization is referred to by orders' });

/** Code of the refusal, entity, and columns that hold an organization's code, in the order of the checks. */
const holders: Array<[code: string, entity: string, columns: string[]]> = [
	['YCP0260', 'Organization', ['CatalogOrganizationCode']],
	['YCP0261', 'Organization', ['InventoryOrganizationCode']],
	['YCP0262', 'Organization', ['CapacityOrganizationCode']],
	['YCP0266', 'Organization', ['ParentOrganizationCode', 'PrimaryEnterpriseKey']],
	['YDB100100', 'ShipNode', ['OwnerKey']],
	['YDB10053', 'Customer', ['OrganizationCode', 'BuyerOrganizationCode']],
	['YDB10024', 'User', ['OrganizationKey']],
	['YDB10011', 'Order', ['EnterpriseCode', 'SellerOrganizationCode', 'BuyerOrganizationCode']],
];

/** Tables that keep a node in use: it cannot go with its organization (code inferred). */
const nodeHolders = ['InventorySupply', 'OrderRelease', 'Shipment', 'OrderLine'];

/** The organization's own records do not keep it from being deleted. */
function isItself(entity: string, row: Row, code: string): boolean {
	return (
		(entity === 'Organization' && row.OrganizationCode === code) || (entity === 'ShipNode' && row.NodeOrgCode === code)
	);
}

function assertUnused(context: Context, code: string): void {
	for (const [refusal, entity, columns] of holders) {
		const { key } = context.database.entity(entity);
		const holder = context.database
			.all(entity)
			.find((row) => !isItself(entity, row, code) && columns.some((column) => row[column] === code));
		if (holder) throw refuse(refusal, { OrganizationCode: code, [key]: holder[key] });
	}
}

/**
 * deleteOrganizationHierarchy: refused while anything refers to the organization; the node that it is itself
 * goes
 * with it when nothing refers to that.
 * @throws SterlingException YCP0199 for DEFAULT; YCP0260, YCP0261, YCP0262, YCP0266 for other organizations;
 *   YDB100100 nodes, YDB10053 customers, YDB10024 users, YDB10011 orders (the last one inferred)
 */
export function deleteOrganization(context: Context, organization: Row): void {
	const code = organization.OrganizationCode;
	if (code === 'DEFAULT') throw refuse('YCP0199', { OrganizationCode: code });
	assertUnused(context, code);
	for (const node of context.database.where('ShipNode', 'NodeOrgCode', code)) {
		const holder = nodeHolders.find((entity) =>
			context.database.all(entity).some((row) => row.ShipNode === node.ShipNode),
		);
		if (holder) {
			throw refuse('YDB100100', {
				OrganizationCode: code,
				ShipNode: node.ShipNode,
				TableName: context.database.entity(holder).table,
			});
		}
		context.remove('ShipNode', node);
	}
	removeTree(context, context.database.entity('Organization'), organization);
}
