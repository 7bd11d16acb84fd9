import type { INodeProperties } from 'n8n-workflow';

import type { Document } from '../../../sterling';
import type { Defaults } from '../../shared/connect';
import { steering, type Field } from './field';
import { by, documentType, enterprise, locator } from './locators';

/** A resource locator's value as n8n stores it. */
export interface Located {
	mode: string;
	value: string;
}

/** How a resource names one of its documents. */
export interface Identity {
	/** Parameter that holds the locator. */
	parameter: string;
	fields: Field[];
	/** The identifying attributes for what the user picked or typed. */
	attributes: (located: Located, parameter: (name: string) => string, defaults: Defaults) => Document;
}

const onlyBy = (locatorName: string, ...modes: string[]): INodeProperties['displayOptions'] => ({
	show: { [`/${locatorName}.mode`]: modes },
});

/**
 * An order (or a return, which is an order of document type 0003): by OrderHeaderKey, or by OrderNo within its
 * enterprise and document type (unique index of the order table).
 */
export function orderIdentity(displayName = 'Order', search = 'searchOrders'): Identity {
	return {
		parameter: 'order',
		fields: [
			steering(
				locator(displayName, 'order', {
					search,
					by: [
						by('number', 'By Number', 'e.g. WEB-1001'),
						by('key', 'By Key', 'e.g. 20260115100001123456'),
					],
					required: true,
					description: 'The key is the OrderHeaderKey that every read and every create answers',
				}),
			),
			steering({ ...enterprise(), displayOptions: onlyBy('order', 'number') }),
			steering({ ...documentType(), displayOptions: onlyBy('order', 'number') }),
		],
		attributes({ mode, value }, parameter, defaults): Document {
			if (mode !== 'number') return { OrderHeaderKey: value };
			return {
				OrderNo: value,
				...orderScope(parameter('enterpriseCode'), parameter('documentType'), defaults),
			};
		},
	};
}

/** Enterprise and document type of an order, from the node or else from the credential. */
export function orderScope(enterpriseCode: string, type: string, defaults: Defaults): Document {
	const code = enterpriseCode || defaults.enterpriseCode;
	return { ...(code ? { EnterpriseCode: code } : {}), DocumentType: type || defaults.documentType };
}
