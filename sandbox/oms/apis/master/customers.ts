import type { Element } from '../../document/element';
import { defineApi, type Api } from '../../engine/api';
import type { Context } from '../../engine/context';
import type { Row } from '../../store/entity';
import { javaFailure } from '../../exception';
import { defineListApi } from '../../engine/list';
import { deleteCustomer as remove, findCustomer, writeCustomer } from '../../pipeline/customers';

const six = `CustomerKey="" CustomerID="" CustomerType="" OrganizationCode="" BuyerOrganizationCode=""
	CustomerClassificationCode=""`;

const written = `<Customer ${six}><BuyerOrganization OrganizationKey="" OrganizationCode=""
	OrganizationName=""/>
	</Customer>`;

/**
 * A document by the factory templates; over REST a 204 is possible as well
 * (`behaviour.customerWritesAnswer`).
 */
function answer(context: Context, row: Row): Element | undefined {
	return context.behaviour.customerWritesAnswer === 'document' ? context.project('Customer', row) : undefined;
}

function writer(name: string, operation: 'CREATE' | 'MODIFY'): Api {
	return defineApi({
		name,
		root: 'Customer',
		kind: 'write',
		template: written,
		run: (context, input) => answer(context, writeCustomer(context, operation, input)),
	});
}

/** @throws YFC0001, YCP0040 */
export const createCustomer = writer('createCustomer', 'CREATE');

/** @throws YFS10319, YCP0040 */
export const modifyCustomer = writer('modifyCustomer', 'MODIFY');

/**
 * By Operation: Create, Modify, Manage (also when it is left out: captured in use, meaning inferred) or
 * Delete,
 * which returns nothing.
 */
export const manageCustomer = defineApi({
	name: 'manageCustomer',
	root: 'Customer',
	kind: 'write',
	template: written,
	run(context, input) {
		const operation = input.get('Operation').toUpperCase() || 'MANAGE';
		switch (operation) {
			case 'DELETE':
				remove(context, input);
				return undefined;
			case 'CREATE':
			case 'MODIFY':
			case 'MANAGE':
				return answer(context, writeCustomer(context, operation, input));
			default:
				throw javaFailure('java.lang.IllegalArgumentException', { Operation: operation });
		}
	},
});

/** Void: no output template. @throws YFS10319 */
export const deleteCustomer = defineApi({
	name: 'deleteCustomer',
	root: 'Customer',
	kind: 'write',
	run(context, input) {
		remove(context, input);
		return undefined;
	},
});

/** The container shows neither a last key nor a total, and rows have six attributes [factory template]. */
export const getCustomerList = defineListApi({
	name: 'getCustomerList',
	root: 'Customer',
	template: `<CustomerList><Customer ${six}/></CustomerList>`,
	plain: true,
});

/** One customer with BuyerOrganization and Consumer; contacts need a template. @throws YFS10319 */
export const getCustomerDetails = defineApi({
	name: 'getCustomerDetails',
	root: 'Customer',
	kind: 'read',
	template: `<Customer ${six} CustomerLevel="" CustomerRewardsNo="" ExternalCustomerID="" ParentCustomerKey=""
		RegisteredDate="" RelationshipType="" Vertical="" Status="" SlotPreferenceType="">
		<BuyerOrganization OrganizationKey="" OrganizationCode="" OrganizationName=""><CorporatePersonInfo/>
		</BuyerOrganization><Consumer ConsumerKey=""
		BillingAddressKey=""><BillingPersonInfo/></Consumer></Customer>`,
	run: (context, input) => context.project('Customer', findCustomer(context, input)),
});
