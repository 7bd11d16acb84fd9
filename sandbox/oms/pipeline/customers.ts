import type { Element } from '../document/element';
import type { Context } from '../engine/context';
import type { Row } from '../store/entity';
import { refuse } from '../exception';
import { columnValues, removeTree, writeChildren } from '../engine/write';
import { organizationOf } from './items';
import { writeOrganization } from './organizations';

function namesOf(input: Element): Record<string, string> {
	return { CustomerID: input.get('CustomerID'), OrganizationCode: input.get('OrganizationCode') };
}

/**
 * The customer that an input names: by CustomerKey, or by CustomerID and OrganizationCode [factory template].
 */
function lookUpCustomer(context: Context, input: Element): Row | undefined {
	const key = input.get('CustomerKey');
	return key ? context.database.get('Customer', key) : context.database.find('Customer', namesOf(input));
}

/** @throws SterlingException YFS10319 or YCP0165 (`behaviour.unknownCustomerCode`) when there is none */
export function findCustomer(context: Context, input: Element): Row {
	const row = lookUpCustomer(context, input);
	if (!row) {
		throw refuse(context.behaviour.unknownCustomerCode, { ...namesOf(input), CustomerKey: input.get('CustomerKey') });
	}
	return row;
}

/** Ids that Sterling gives where the input has none, so that members are distinguished (inferred). */
function giveIds(context: Context, input: Element): void {
	for (const child of input.children) {
		const id = `${child.name}ID`;
		const needed = child.name === 'CustomerContact' || child.name === 'CustomerAdditionalAddress';
		if (needed && !child.get(id) && !child.get(`${child.name}Key`)) child.set(id, context.database.nextKey());
		giveIds(context, child);
	}
}

/** A business customer's organization: written with the customer, as a buyer (inferred). */
function buyerOf(context: Context, input: Element): string {
	const buyer = input.child('BuyerOrganization');
	const code = buyer?.get('OrganizationCode') || input.get('BuyerOrganizationCode');
	if (!buyer || !code) {
		if (code) organizationOf(context, code);
		return code;
	}
	const existing = context.database.find('Organization', { OrganizationCode: code });
	const owner = organizationOf(context, input.get('OrganizationCode'));
	writeOrganization(
		context,
		existing,
		buyer.with({
			OrganizationCode: code,
			IsBuyer: 'Y',
			...(existing
				? {}
				: {
						ParentOrganizationCode: buyer.get('ParentOrganizationCode') || owner.OrganizationCode,
						PrimaryEnterpriseKey: buyer.get('PrimaryEnterpriseKey') || owner.OrganizationCode,
					}),
		}),
	);
	return code;
}

/**
 * createCustomer (CREATE), modifyCustomer (MODIFY), manageCustomer (these, or MANAGE: an upsert).
 * @throws SterlingException YCP0040 for an unknown organization, YFC0001 for a Create of what is there,
 *   YFS10319 for a Modify of what is not, and what an organization's creation throws for BuyerOrganization
 */
export function writeCustomer(context: Context, operation: 'CREATE' | 'MODIFY' | 'MANAGE', input: Element): Row {
	const entity = context.database.entity('Customer');
	const existing = operation === 'MODIFY' ? findCustomer(context, input) : lookUpCustomer(context, input);
	if (existing && operation === 'CREATE') {
		throw refuse('YFC0001', { SQLState: '23505', TableName: entity.table, ...namesOf(input) });
	}
	if (!existing) organizationOf(context, input.get('OrganizationCode'));
	const named = existing ? input.with({ OrganizationCode: existing.OrganizationCode }) : input;
	const buyer = buyerOf(context, named);
	const values = {
		...columnValues(entity, input, existing ? ['CustomerKey', 'CustomerID', 'OrganizationCode'] : ['CustomerKey']),
		MaxModifyTS: context.now(),
		...(buyer ? { BuyerOrganizationCode: buyer } : {}),
	};
	const row = existing
		? context.update('Customer', existing, values)
		: context.insert('Customer', {
				...values,
				CustomerID: input.get('CustomerID') || context.database.nextKey(),
				CustomerKey: input.get('CustomerKey'),
			});
	giveIds(context, input);
	writeChildren(context, entity, row, input);
	return context.database.get('Customer', row.CustomerKey) ?? row;
}

/**
 * Deletes a customer with everything that belongs to it. @throws SterlingException YFS10319 when there is
 * none
 */
export function deleteCustomer(context: Context, input: Element): void {
	removeTree(context, context.database.entity('Customer'), findCustomer(context, input));
}
