import { Element } from '../document/element';
import type { Service } from '../engine/api';
import { Context, type Caller } from '../engine/context';
import type { Dispatcher } from '../engine/dispatcher';
import { PageSets } from '../engine/pageSets';
import { columnValues, writeChildren } from '../engine/write';
import type { Behaviour, SandboxUser } from '../options';
import type { Database } from '../store/database';
import { seedAttributes } from './attributes';
import { configurationSeed } from './configuration';
import { customerSeed } from './customers';
import { seedFulfilment, seedInventory } from './fulfilment';
import { seedOrders } from './orders';
import { itemSeed, nodeSeed, organizationSeed, stockSeed } from './organizations';
import { templateSeed } from './templates';
import { users } from './users';

function insertTable(context: Context, entity: string, columns: string, rows: string[]): void {
	const names = columns.trim().split(/\s+/);
	for (const row of rows) {
		context.insert(entity, Object.fromEntries(row.split('|').map((value, index) => [names[index], value])));
	}
}

function insertOrganizations(context: Context): void {
	const entity = context.database.entity('Organization');
	for (const input of organizationSeed) {
		writeChildren(context, entity, context.insert('Organization', columnValues(entity, input)), input);
	}
	insertTable(context, 'ShipNode', 'ShipNode NodeType Description OwnerKey Priority', nodeSeed);
	for (const node of context.database.all('ShipNode')) {
		context.update('ShipNode', node, { ShipnodeKey: node.ShipNode, NodeOrgCode: node.ShipNode });
	}
}

function insertItems(context: Context): void {
	for (const row of itemSeed) {
		const [itemId, unit, enterprise, text, productClass, cost, brand, alias] = row.split('|');
		const item = context.insert('Item', {
			ItemID: itemId,
			UnitOfMeasure: unit,
			OrganizationCode: enterprise,
			ShortDescription: text,
			Description: text,
			DefaultProductClass: productClass,
			UnitCost: cost,
			Extn_ExtnBrand: brand,
			Status: '3000',
			GlobalItemID: alias,
			CostCurrency: enterprise === 'AURORA' ? 'USD' : 'EUR',
		});
		if (alias) context.insert('ItemAlias', { ItemKey: item.ItemKey, AliasName: 'UPC', AliasValue: alias });
	}
	for (const row of stockSeed) {
		const [itemId, unit, enterprise, node, quantity] = row.split('|');
		context.insert('InventorySupply', {
			ItemID: itemId,
			UnitOfMeasure: unit,
			OrganizationCode: enterprise,
			ShipNode: node,
			SupplyType: 'ONHAND',
			Quantity: quantity,
			ProductClass: 'GOOD',
		});
	}
}

/** Fills the tables: configuration, master data, and (unless left out) a dozen orders in various states. */
export function seed(
	database: Database,
	dispatcher: Dispatcher,
	behaviour: Behaviour,
	services: ReadonlyMap<string, Service>,
	withOrders: boolean,
	withFulfilment: boolean,
): void {
	const user: SandboxUser = users.find(({ loginId }) => loginId === 'admin') ?? users[0];
	const call: Caller = (name, input) => dispatcher.invoke(user, name, input);
	const context = new Context(database, user, behaviour, 'seed', new Element(''), undefined, call, new PageSets());
	for (const { entity, columns, rows } of configurationSeed) insertTable(context, entity, columns, rows);
	insertOrganizations(context);
	insertItems(context);
	for (const customer of customerSeed) context.call('createCustomer', customer);
	seedAttributes(context);
	for (const { loginId, name, organization, userGroup } of users) {
		context.insert('User', {
			UserKey: loginId,
			Loginid: loginId,
			Username: name,
			OrganizationKey: organization,
			UsergroupKey: userGroup,
			Localecode: 'en_US_EST',
			Activateflag: 'Y',
		});
	}
	for (const service of services.values()) {
		context.insert('Flow', {
			FlowKey: service.name,
			FlowName: service.name,
			FlowGroupName: service.group,
			OwnerKey: 'DEFAULT',
			ProcessTypeKey: 'ORDER_FULFILLMENT',
			IsRealtime: service.asynchronous ? 'N' : 'Y',
		});
	}
	for (const template of templateSeed) context.insert('ApiTemplate', template);
	seedInventory(context);
	if (withOrders) seedOrders(context);
	if (withFulfilment) seedFulfilment(context);
}
