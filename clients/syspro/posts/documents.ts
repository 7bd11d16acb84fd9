import { ServiceError } from '../../../kit/errors';
import type { Elements } from '../enet/call';
import type {
	PurchaseOrderChange,
	PurchaseOrderLineChange,
	ReceiptInput,
	ReceiptItem,
	SalesOrderInput,
	SalesOrderLineInput,
	SupplierInvoiceInput,
} from '../inputs';
import { dated, fitted, needed, numeric, some } from './limits';

/** `SalesOrders/Orders` of SORTOI. @throws ServiceError `invalidInput` for what SYSPRO could not store whole */
export function salesOrderDocument(order: SalesOrderInput): Elements {
	const { shipTo = {}, lines, freight, comments = [] } = order;
	const address = shipTo.lines ? addressOf(shipTo.lines) : {};
	return {
		Orders: {
			OrderHeader: {
				CustomerPoNumber: fitted('CustomerPoNumber', needed('CustomerPoNumber', order.customerPoNumber)),
				OrderActionType: 'A',
				Customer: fitted('Customer', needed('Customer', order.customer)),
				OrderDate: dated('OrderDate', order.orderDate),
				RequestedShipDate: dated('RequestedShipDate', order.requestedShipDate),
				Warehouse: fitted('Warehouse', order.warehouse),
				ShippingInstrs: order.shippingInstructions,
				Email: fitted('Email', order.email),
				CustomerName: shipTo.name,
				...address,
				ShipPostalCode: fitted('ShipPostalCode', shipTo.postalCode),
				...order.more,
			},
			OrderDetails: {
				StockLine: some('lines', lines).map((line, index) => stockLine(line, index)),
				...(freight === undefined
					? {}
					: {
							FreightLine: { CustomerPoLine: '', LineActionType: 'A', FreightValue: numeric('FreightValue', freight) },
						}),
				...(comments.length > 0 ? { CommentLine: comments.map((Comment) => ({ LineActionType: 'A', Comment })) } : {}),
			},
		},
	};
}

/** All five lines, so that none of the customer's own address is left between them. */
function addressOf(lines: readonly string[]): Elements {
	if (lines.length > 5) {
		throw new ServiceError('invalidInput', `The ship-to address has ${lines.length} lines, and SYSPRO stores 5.`, {
			hint: 'Combine some of them, with at most 40 characters in each line.',
			place: 'ShipAddress',
			effect: 'none',
		});
	}
	const all = [1, 2, 3, 4, 5].map((number): [string, string | undefined] => {
		const name = `ShipAddress${number}`;
		return [name, fitted(name, lines[number - 1] ?? '')];
	});
	return Object.fromEntries(all);
}

function stockLine(line: SalesOrderLineInput, index: number): Elements {
	const { stockCode, customerPartNumber } = line;
	if (!stockCode && !customerPartNumber) needed(`StockCode of line ${line.line ?? index + 1}`, undefined);
	return {
		CustomerPoLine: line.line ?? String(index + 1).padStart(4, '0'),
		LineActionType: 'A',
		StockCode: fitted('StockCode', stockCode),
		StockDescription: line.description,
		CustomersPartNumber: customerPartNumber,
		Warehouse: fitted('Warehouse', line.warehouse),
		OrderQty: numeric('OrderQty', needed('OrderQty', line.quantity)),
		OrderUom: fitted('OrderUom', line.uom),
		Price: numeric('Price', line.price),
		PriceUom: line.priceUom,
		LineShipDate: dated('LineShipDate', line.requestedDate),
		...line.more,
	};
}

/** Comments of a purchase order have 45 characters a line. */
const COMMENT_LENGTH = 45;
const ACTIONS = { add: 'A', change: 'C', delete: 'D' } as const;

/** `PostPurchaseOrders/Orders` of PORTOI. @throws ServiceError `invalidInput` */
export function purchaseOrderDocument(change: PurchaseOrderChange): Elements {
	const lines = some('lines to change', change.lines);
	const comments = lines.flatMap(({ line, comment = '' }) =>
		(comment.match(new RegExp(`.{1,${COMMENT_LENGTH}}`, 'gs')) ?? []).map((Comment) => ({
			LineActionType: 'A',
			Comment,
			AttachedToStkLineNumber: line,
		})),
	);
	return {
		Orders: {
			OrderHeader: {
				OrderActionType: 'C',
				Supplier: change.supplier,
				DueDate: dated('DueDate', change.dueDate),
				PurchaseOrder: needed('PurchaseOrder', change.purchaseOrder),
				...change.more,
			},
			OrderDetails: {
				StockLine: lines.map(changedLine),
				...(comments.length > 0 ? { CommentLine: comments } : {}),
			},
		},
	};
}

function changedLine(line: PurchaseOrderLineChange): Elements {
	return {
		PurchaseOrderLine: needed('PurchaseOrderLine', line.line),
		LineActionType: ACTIONS[line.action ?? 'change'],
		StockCode: fitted('StockCode', line.stockCode),
		Warehouse: fitted('Warehouse', line.warehouse),
		OrderQty: numeric('OrderQty', line.quantity),
		OrderUom: fitted('OrderUom', line.uom),
		Price: numeric('Price', line.price),
		PriceUom: line.priceUom,
		LatestDueDate: dated('LatestDueDate', line.dueDate),
		...line.more,
	};
}

/** `PostPurchaseOrderReceipts/Item` of PORTOR. @throws ServiceError `invalidInput` */
export function receiptDocument({ items }: ReceiptInput): Elements {
	return {
		Item: some('items', items).map((item) => ({
			[item.intoInspection ? 'ReceiptIntoInspection' : 'Receipt']: receipt(item),
		})),
	};
}

function receipt(item: ReceiptItem): Elements {
	if (!item.line && !item.stockCode) needed('PurchaseOrderLine or StockCode', undefined);
	return {
		PurchaseOrder: needed('PurchaseOrder', item.purchaseOrder),
		PurchaseOrderLine: item.line,
		Warehouse: fitted('Warehouse', item.warehouse),
		StockCode: fitted('StockCode', item.stockCode),
		Quantity: numeric('Quantity', needed('Quantity', item.quantity)),
		UnitOfMeasure: item.uom,
		...(item.intoInspection ? { CountedQuantityComplete: 'Y' } : {}),
		DeliveryNote: item.deliveryNote,
		Reference: item.reference,
		Lot: item.lot,
		...(item.isComplete === undefined || item.intoInspection ? {} : { PurchaseOrderLineComplete: item.isComplete }),
		...item.more,
	};
}

/** `PostApInvoice/Item` of APSTIN. @throws ServiceError `invalidInput` */
export function supplierInvoiceDocument(invoice: SupplierInvoiceInput): Elements {
	const { ledger = [], grns = [] } = invoice;
	if (!/^[ICD]$/.test(invoice.transactionCode ?? 'I')) {
		throw new ServiceError('invalidInput', 'The transaction code is I, C or D.', { effect: 'none' });
	}
	return {
		Item: {
			Supplier: fitted('Supplier', needed('Supplier', invoice.supplier)),
			TransactionCode: invoice.transactionCode ?? 'I',
			Branch: invoice.branch,
			Invoice: needed('Invoice', invoice.invoice),
			TransactionValue: numeric('TransactionValue', needed('TransactionValue', invoice.value)),
			FreightCharge: numeric('FreightCharge', invoice.freight),
			MiscellaneousCharge: numeric('MiscellaneousCharge', invoice.miscellaneous),
			Notation: invoice.notation,
			TransactionReference: invoice.reference,
			InvoiceDate: dated('InvoiceDate', invoice.invoiceDate),
			DueDate: dated('DueDate', invoice.dueDate),
			TaxCode: invoice.taxCode,
			TaxValue: numeric('TaxValue', invoice.taxValue),
			...(grns.length > 0
				? {
						GrnDetails: grns.map(({ grn, value, quantity, isPartial }) => ({
							GrnDetailKey: needed('GrnDetailKey', grn),
							GrnMatchType: isPartial ? 'P' : 'F',
							...(isPartial
								? {
										GrnPartialMatchQuantity: numeric('GrnPartialMatchQuantity', quantity),
										GrnPartialMatchValue: numeric('GrnPartialMatchValue', value),
									}
								: { GrnMatchValue: numeric('GrnMatchValue', value) }),
						})),
					}
				: {}),
			...(ledger.length > 0
				? {
						LedgerDistribution: ledger.map(({ code, value, notation }) => ({
							LedgerCode: needed('LedgerCode', code),
							LedgerNotation: notation,
							LedgerValue: numeric('LedgerValue', needed('LedgerValue', value)),
						})),
					}
				: {}),
			...invoice.more,
		},
	};
}
