import { defined } from '../../../kit/record';
import type { Line, Row, SysproRecord } from '../records';
import { decimal, lineNumber, sum, text, words } from '../values';
import { deep, flat } from './deep';
import { headerOf, numbered, recordOf } from './invoiceParts';
import { inOrder } from './orderLines';
import { soldToParty } from './parties';
import { address, EMPTY_LINE, lineKind, party } from './parts';

const LINES = ['merchandise', 'freight', 'miscellaneous', 'comment'];

/** SORQID: one element a line, named by its kind; the header around them. */
export function fromObject(document: Row): SysproRecord<'invoice'> | undefined {
	const row = flat(document, LINES);
	if (text(row, 'Invoice', 'InvoiceNumber') === null) return undefined;
	const header = headerOf(row);
	const goods = deep(document, 'Merchandise').map((line) => goodsLine(line));
	const charges = (['Freight', 'Miscellaneous', 'Comment'] as const).flatMap((name) =>
		deep(document, name).map((line) => chargeLine(line, name)),
	);
	const record = recordOf(header, inOrder(numbered([...goods, ...charges])));
	const shipTo = party({
		id: null,
		name: words(row, 'ShipName', 'CustomerName', 'Name'),
		address: address(row, 'ShipAddress', 'ShipPostalCode') ?? address(row, 'ShipToAddr', 'ShipPostalCode'),
	});
	record.parties = defined({ soldTo: soldToParty(row, header.customer), shipTo: shipTo?.address ? shipTo : undefined });
	record.totals = {
		merchandise: sum(goods.map(({ value }) => value)),
		freight: decimal(row, 'TotalFreightAmount'),
		miscellaneous: decimal(row, 'TotalMiscChargesAmt'),
		tax: decimal(row, 'TotalSalesTax'),
		total: decimal(row, 'TotalInvoiceAmount'),
	};
	record.raw = { SORQID: [document] };
	return record;
}

function goodsLine(row: Row): Line {
	const lineType = text(row, 'LineType')?.trim() ?? '1';
	return {
		...EMPTY_LINE,
		line: lineNumber(text(row, 'SalesOrderLine', 'DetailLine', 'Line')),
		kind: lineKind(lineType),
		lineType,
		stockCode: text(row, 'MStockCode'),
		description: words(row, 'MStockDes'),
		partnerPartNumber: text(row, 'MCusSupStkCode'),
		warehouse: text(row, 'MWarehouse'),
		quantity: decimal(row, 'MShipQty'),
		quantityOrdered: decimal(row, 'MOrderQty'),
		uom: words(row, 'MOrderUom'),
		price: decimal(row, 'UnitPriceInOrderUm', 'NetUnitPrice', 'MPrice'),
		priceUom: words(row, 'MOrderUom'),
		value: decimal(row, 'LineNetAfterDisc'),
		tax: decimal(row, 'LineSalesTax'),
		salesOrder: text(row, 'SalesOrder'),
		salesOrderLine: lineNumber(text(row, 'SalesOrderLine')) || null,
	};
}

const CHARGES = {
	Freight: ['freight', '4'],
	Miscellaneous: ['miscellaneous', '5'],
	Comment: ['comment', '6'],
} as const;

function chargeLine(row: Row, name: keyof typeof CHARGES): Line {
	const [kind, lineType] = CHARGES[name];
	return {
		...EMPTY_LINE,
		line: lineNumber(text(row, 'SalesOrderLine', 'DetailLine', 'Line')),
		kind,
		lineType,
		comment: words(row, 'NComment', 'Comment', 'Description'),
		value: kind === 'comment' ? null : decimal(row, 'NMscChargeValue', 'FreightValue', 'LineNetAfterDisc'),
		tax: kind === 'comment' ? null : decimal(row, 'LineSalesTax'),
	};
}
