import type { Row } from '../database';
import { all, document, textOf, type Content, type Element } from '../xml';
import type { Asked, BusinessObject } from './object';

/**
 * Whether a value passes a filter: FilterType A for all, S for one, R for a range and L for a list, whose values are
 * separated by commas in FilterValue (schemas of SYSPRO 7).
 */
function passes(filter: Element | undefined, value: string): boolean {
	const { FilterType: type = 'A', FilterValue: wanted = '' } = filter?.attributes ?? {};
	const given = wanted.split(',').map((each) => each.trimEnd());
	const own = value.trimEnd();
	if (type === 'S') return own === given[0];
	if (type === 'L') return given.includes(own);
	if (type !== 'R') return true;
	const [from = '', to = ''] = given;
	return own >= from && (to === '' || own <= to);
}

/** Rows that pass the filters, which are named by element, each with the column that it is about. */
const filtered = (rows: readonly Row[], { input }: Asked, filters: Readonly<Record<string, string>>): Row[] =>
	rows.filter((row) =>
		Object.entries(filters).every(([name, column]) => passes(all(input, 'Filter', name)[0], row[column])),
	);

const isIncluded = ({ input }: Asked, option: string): boolean =>
	textOf(input, 'Option', `Include${option}`).toUpperCase() === 'Y';

const shown = (row: Row, ...columns: string[]): Content => Object.fromEntries(columns.map((name) => [name, row[name]]));

/** PORQPO: purchase orders. OrderDate filters by the due date. Names of its root and rows are like those of SORQSO. */
export const porqpo: BusinessObject = (asked) => {
	const { database } = asked.company;
	const filters = { Supplier: 'Supplier', Buyer: 'Buyer', PurchaseOrder: 'PurchaseOrder', OrderDate: 'OrderDueDate' };
	const rows = filtered(database.where('PorMasterHdr'), asked, filters).filter(
		({ OrderStatus }) =>
			(OrderStatus !== '9' || isIncluded(asked, 'CompletedOrders')) &&
			(OrderStatus !== '*' || isIncluded(asked, 'CancelledOrders')),
	);
	return document('PorQuery', {
		PurchaseOrderItem: rows.map((row) => ({
			...(shown(row, 'PurchaseOrder', 'OrderStatus', 'Supplier', 'DeliveryName', 'OrderDueDate') as object),
			...(shown(row, 'MemoDate', 'OrderType', 'Currency', 'Buyer') as object),
		})),
	});
};

/** SORQSO: sales orders. */
export const sorqso: BusinessObject = (asked) => {
	const filters = {
		Customer: 'Customer',
		CustomerPo: 'CustomerPoNumber',
		SalesOrder: 'SalesOrder',
		OrderDate: 'OrderDate',
		OrderStatus: 'OrderStatus',
		RequestedShipDate: 'ReqShipDate',
	};
	return document('SorQuery', {
		SalesOrderItem: filtered(asked.company.database.where('SorMaster'), asked, filters).map((row) => ({
			...(shown(row, 'SalesOrder', 'Customer', 'CustomerName', 'OrderStatus', 'Branch', 'DocumentType') as object),
			...(shown(row, 'Currency', 'CustomerPoNumber', 'ShippingInstrs', 'OrderDate', 'ReqShipDate') as object),
		})),
	});
};

/** Which statuses an option of SORQDL lets in. */
const DISPATCH_OPTIONS: Readonly<Record<string, string>> = {
	ReadyToPrint: '3',
	Printed: '5',
	ReadyToInvoice: '7',
	Completed: '9',
	OnHold: 'H',
	InSuspense: 'S',
	Cancelled: '*',
};

/** SORQDL: dispatch notes of the statuses that the options include. */
export const sorqdl: BusinessObject = (asked) => {
	const filters = { Dispatch: 'DispatchNote', SalesOrder: 'SalesOrder', Customer: 'Customer' };
	const statuses = Object.entries(DISPATCH_OPTIONS)
		.filter(([option]) => isIncluded(asked, option))
		.map(([, status]) => status);
	return document('DispatchNoteList', {
		DispatchNoteItem: filtered(asked.company.database.where('MdnMaster'), asked, filters).filter(
			({ DispatchNoteStatus }) => statuses.includes(DispatchNoteStatus),
		),
	});
};
