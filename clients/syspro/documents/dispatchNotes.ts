import { defined } from '../../../kit/record';
import type { DispatchNoteHeader, Line, Row, SysproRecord } from '../records';
import { date, decimal, lineNumber, text, words } from '../values';
import { deep, flat } from './deep';
import type { KindOfRecord } from './kind';
import { inOrder } from './orderLines';
import { soldToParty } from './parties';
import { address, EMPTY_LINE, grouped, isCancelled, lineKind, NO_TOTALS, party, statusText, valuesOf } from './parts';
import { byColumn, byKey, some } from './purchaseOrders';

/** Dispatch notes: MdnMaster with MdnDetail, MdnDetailLot and ArCustomer; or SORQDN. */
export const dispatchNotes: KindOfRecord<'dispatchNote'> = {
	table: 'MdnMaster',
	key: ['DispatchNote'],
	keyLength: 20,
	statusColumn: 'DispatchNoteStatus',
	dateColumn: 'ActualDeliveryDate',
	customerColumn: 'Customer',
	async assemble(headers, source, isBare) {
		const numbers = isBare ? [] : valuesOf(headers, 'DispatchNote');
		const order = { orderby: ['DispatchNote', 'DispatchNoteLine'] };
		const details = grouped(await source.anyOf('MdnDetail', 'DispatchNote', numbers, order), ofNote);
		const lots = grouped(await source.anyOf('MdnDetailLot', 'DispatchNote', numbers, order), ofNote);
		const wanted = isBare ? [] : valuesOf(headers, 'Customer');
		const customers = byColumn(await source.anyOf('ArCustomer', 'Customer', wanted, byKey('Customer')), 'Customer');
		return headers.map((row) => {
			const own = details.get(ofNote(row)) ?? [];
			const ownLots = lots.get(ofNote(row)) ?? [];
			const record = recordOf(
				row,
				own.map((line) => lineOf(line, ownLots)),
			);
			const customer = customers.get(record.header.customer ?? '');
			Object.assign(
				record.parties,
				defined({ soldTo: soldToParty(customer, record.header.customer, words(row, 'CustomerName')) }),
			);
			record.source = {
				way: source.way,
				names: ['MdnMaster', ...(isBare ? [] : ['MdnDetail', 'MdnDetailLot', 'ArCustomer'])],
			};
			record.raw = {
				MdnMaster: [row],
				...(isBare ? {} : { MdnDetail: own, MdnDetailLot: ownLots, ArCustomer: some(customer) }),
			};
			return record;
		});
	},
	object: {
		name: 'SORQDN',
		call: ({ DispatchNote }) => ({
			method: 'query',
			object: 'SORQDN',
			xmlIn: {
				root: 'Query',
				content: {
					Key: { DispatchNote },
					Option: Object.fromEntries(
						['StockedLines', 'NonStockedLines', 'FreightLines', 'MiscellaneousLines', 'CommentLines', 'Lots'].map(
							(what) => [`Include${what}`, 'Y'],
						),
					),
				},
			},
		}),
		read({ document }) {
			const row = flat(document, ['merchandise', 'dispatchline', 'lots', 'lot']);
			if (text(row, 'DispatchNote') === null) return undefined;
			const lines = deep(document, 'Merchandise');
			const record = recordOf(
				row,
				lines.map((line) =>
					lineOf(
						line,
						deep(line, 'Lot').map((lot) => ({ ...lot, DispatchNoteLine: text(line, 'DispatchNoteLine', 'Line') })),
					),
				),
			);
			Object.assign(record.parties, defined({ soldTo: soldToParty(row, record.header.customer) }));
			record.source = { way: 'businessObject', names: ['SORQDN'] };
			record.raw = { SORQDN: [document] };
			return record;
		},
	},
};

const ofNote = (row: Row): string => text(row, 'DispatchNote') ?? '';
const numberOf = (row: Row): string => lineNumber(text(row, 'DispatchNoteLine', 'Line'));

function lineOf(row: Row, lots: readonly Row[]): Line {
	const lineType = text(row, 'LineType')?.trim() ?? '1';
	const kind = lineKind(lineType);
	const base = { ...EMPTY_LINE, line: numberOf(row), kind, lineType };
	if (kind === 'comment') return { ...base, comment: words(row, 'NComment') };
	const own = lots.filter((lot) => numberOf(lot) === base.line);
	return {
		...base,
		stockCode: text(row, 'MStockCode'),
		description: words(row, 'MStockDes'),
		partnerPartNumber: text(row, 'MCusSupStkCode'),
		warehouse: text(row, 'MWarehouse'),
		quantity: decimal(row, 'MQtyToDispatch', 'MStockQtyToShp'),
		quantityOrdered: decimal(row, 'MOrderQty'),
		uom: words(row, 'MOrderUom'),
		salesOrder: text(row, 'SalesOrder'),
		salesOrderLine: lineNumber(text(row, 'SalesOrderLine')) || null,
		lots: own.map((lot) => ({
			lot: text(lot, 'Lot') ?? '',
			quantity: decimal(lot, 'Quantity', 'LotQuantity', 'QtyDispatched'),
		})),
	};
}

function recordOf(row: Row, lines: Line[]): SysproRecord<'dispatchNote'> {
	const header = headerOf(row);
	const shipTo = party({
		id: null,
		name: words(row, 'DispatchCustName', 'DispatchName', 'CustomerName'),
		address: address(row, 'DispatchAddress', 'DispatchPostalCode'),
	});
	return {
		kind: 'dispatchNote',
		id: header.dispatchNote,
		key: { DispatchNote: header.dispatchNote },
		header,
		parties: defined({ shipTo }),
		lines: inOrder(lines),
		totals: NO_TOTALS,
		source: { way: 'odata', names: [] },
		raw: {},
	};
}

function headerOf(row: Row): DispatchNoteHeader {
	const status = text(row, 'DispatchNoteStatus')?.trim() ?? null;
	return {
		dispatchNote: ofNote(row),
		status,
		statusText: statusText('dispatchNote', status, words(row, 'DispatchNoteStatusDesc')),
		isCancelled: isCancelled(row, status),
		currency: words(row, 'Currency'),
		salesOrder: text(row, 'SalesOrder'),
		customer: text(row, 'Customer'),
		customerPoNumber: words(row, 'CustomerPoNumber'),
		actualDeliveryDate: date(row, 'ActualDeliveryDate'),
		plannedDeliveryDate: date(row, 'PlannedDeliverDate'),
		invoice: text(row, 'Invoice'),
		shippingInstructions: words(row, 'ShippingInstrs'),
		multiShipCode: words(row, 'MultiShipCode'),
	};
}
