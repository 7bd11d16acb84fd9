import { attribute, attributeOf, type Field } from '../../../kit/n8n/fields/field';
import { additionalFields } from './document';
import { carrierServiceCode, currency, freightTerms } from './codes';
import type { Use } from './use';
import { filters, modified } from './filters';
import { anyOrganization, carrier, commonCode, documentType, enterprise, shipNode } from './locators';
import { newNumber } from './number';

const customerEmail = (description: string): Field =>
	attribute('Customer Email', 'customerEmailId', 'CustomerEMailID', {
		placeholder: 'e.g. name@email.com',
		description,
	});

/** What names a new order, or return. */
export const newOrder = (kind: 'Order' | 'Return', example: string): Field =>
	newNumber(kind, 'orderNo', 'OrderNo', example);

/** Where a new order, or return, belongs; `type` says what no document type means. */
export const orderScope = (type?: string): Field[] => [
	attributeOf(enterprise(), 'EnterpriseCode'),
	attributeOf(documentType(type), 'DocumentType'),
];

/** Filters of orders and returns alike, and `more`. */
export const orderFilters = (kind: 'Order' | 'Return', more: Field[], type?: string): Field => {
	const noun = kind.toLowerCase();
	return filters(`${noun}s`, [
		customerEmail(`Only ${noun}s of the customer with this email address`),
		attributeOf(documentType(type), 'DocumentType'),
		attributeOf(enterprise(), 'EnterpriseCode'),
		...modified(noun),
		attribute(`${kind} Date From`, 'fromOrderDate', 'FromOrderDate', {
			type: 'dateTime',
			placeholder: 'e.g. 2026-12-01',
			description: `Only ${noun}s with this ${noun} date or a later one`,
		}),
		attribute(`${kind} Date To`, 'toOrderDate', 'ToOrderDate', {
			type: 'dateTime',
			placeholder: 'e.g. 2026-12-31',
			description: `Only ${noun}s with this ${noun} date or an earlier one. A day counts as a whole.`,
		}),
		attribute(`${kind} Number`, 'orderNo', 'OrderNo', {
			placeholder: `e.g. ${kind === 'Return' ? 'RET' : 'WEB'}-1001`,
			description: `Only the ${noun} with this number`,
		}),
		...more,
	]);
};

const date = (displayName: string, name: string, path: string, description: string): Field =>
	attribute(displayName, name, path, { type: 'dateTime', placeholder: 'e.g. 2026-12-24', description });

/** Header attributes that orders are created and changed with. */
const headerAttributes = (): Field[] => [
	attribute('Allocation Rule ID', 'allocationRuleId', 'AllocationRuleID', {
		placeholder: 'e.g. SYSTEM',
		description: 'Scheduling rule that says how Sterling finds stock for the order',
	}),
	attribute('Bill-To ID', 'billToId', 'BillToID', {
		placeholder: 'e.g. C-100',
		description: 'Customer ID in Sterling of the customer who pays',
	}),
	attributeOf(
		anyOrganization('Buyer Organization', 'buyerOrganizationCode', 'Business customer that buys, as an organization'),
		'BuyerOrganizationCode',
	),
	date('Cancel Date', 'reqCancelDate', 'ReqCancelDate', 'After this date the customer no longer wants the goods'),
	attributeOf(carrier(), 'SCAC'),
	carrierServiceCode(),
	currency(),
	customerEmail('Email address of the customer, which Sterling uses for notifications'),
	attribute('Customer First Name', 'customerFirstName', 'CustomerFirstName', {
		placeholder: 'e.g. Ada',
		description: 'First name of the customer who placed the order',
	}),
	attribute('Customer Last Name', 'customerLastName', 'CustomerLastName', {
		placeholder: 'e.g. Example',
		description: 'Last name of the customer who placed the order',
	}),
	attribute('Customer Phone', 'customerPhoneNo', 'CustomerPhoneNo', {
		placeholder: 'e.g. +1 555 0100',
		description: 'Phone number of the customer who placed the order',
	}),
	attribute('Customer PO Number', 'customerPoNo', 'CustomerPONo', {
		placeholder: 'e.g. PO-7',
		description: 'Purchase order number of the customer',
	}),
	attribute('Department Code', 'departmentCode', 'DepartmentCode', {
		placeholder: 'e.g. TOYS',
		description: 'Department of the enterprise that the order belongs to',
	}),
	attributeOf(
		commonCode('Entry Type', 'entryType', 'searchEntryTypes', 'WEB', 'Channel through which the order was entered'),
		'EntryType',
	),
	freightTerms(),
	attributeOf(
		commonCode(
			'Level of Service',
			'levelOfService',
			'searchServiceLevels',
			'STANDARD',
			'How fast the order is to be delivered, as a level defined in your Sterling',
		),
		'LevelOfService',
	),
	date('Order Date', 'orderDate', 'OrderDate', 'When the order was placed. Leave empty for the time of creation.'),
	attribute('Order Name', 'orderName', 'OrderName', {
		placeholder: 'e.g. Spring collection',
		description: 'Name by which people recognize the order',
	}),
	attributeOf(
		commonCode(
			'Order Type',
			'orderType',
			'searchOrderTypes',
			'RETAIL',
			'Order type of your Sterling, which may choose another pipeline',
		),
		'OrderType',
	),
	attribute('Payment Rule ID', 'paymentRuleId', 'PaymentRuleId', {
		placeholder: 'e.g. DEFAULT',
		description: 'Rule that says when Sterling authorizes and charges the payments',
	}),
	attribute('Priority Code', 'priorityCode', 'PriorityCode', {
		placeholder: 'e.g. 1',
		description: 'Priority of the order when stock is short',
	}),
	date('Requested Delivery Date', 'reqDeliveryDate', 'ReqDeliveryDate', 'When the customer wants the goods'),
	date('Requested Ship Date', 'reqShipDate', 'ReqShipDate', 'When the goods should leave'),
	attribute('Search Criteria 1', 'searchCriteria1', 'SearchCriteria1', {
		placeholder: 'e.g. spring',
		description: 'Free text that orders can be searched by',
	}),
	attribute('Search Criteria 2', 'searchCriteria2', 'SearchCriteria2', {
		placeholder: 'e.g. campaign-7',
		description: 'Second free text that orders can be searched by',
	}),
	attributeOf(
		anyOrganization('Seller Organization', 'sellerOrganizationCode', 'Organization that sells, if not the enterprise'),
		'SellerOrganizationCode',
	),
	attributeOf(shipNode('Node that ships the whole order. Leave empty to let Sterling find one.'), 'ShipNode'),
	attribute('Tax Exempt', 'taxExemptFlag', 'TaxExemptFlag', {
		type: 'boolean',
		description: 'Whether no tax is charged',
	}),
];

/** Everything of an order that is rarely filled in, behind one menu. */
export const moreOfOrder = (use: Use, more: Field[]): Field[] =>
	additionalFields(use, [...headerAttributes(), ...more], {
		attributes: '{"SearchCriteria1": "web", "References": {"Reference": [{"Name": "Cart", "Value": "7"}]}}',
		clear: 'CustomerPONo, Extn.ExtnGiftText',
		description: 'Dates, customer, carrier, charges, payments and everything else that an order can have',
	});

/** Why something is changed; kept in Sterling's audit. */
export const reason = (): Field[] => [
	attributeOf(
		commonCode(
			'Reason Code',
			'modificationReasonCode',
			'searchModificationReasons',
			'CUST_REQ',
			'Why the change is made. Sterling keeps it in the audit, and may require it for cancellations.',
		),
		'ModificationReasonCode',
	),
	attribute('Reason Text', 'modificationReasonText', 'ModificationReasonText', {
		placeholder: 'e.g. Customer called',
		description: 'The reason in your own words, kept in the audit',
	}),
];

export const override = (): Field =>
	attribute('Override Modification Rules', 'override', 'Override', {
		type: 'boolean',
		description: 'Whether to change the document even if the modification rules forbid it, if the login may do so',
	});
