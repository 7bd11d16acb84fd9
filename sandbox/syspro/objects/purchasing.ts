import type { Row } from '../database';
import { statusWords } from '../words';
import { document, textOf, type Content, type Element } from '../xml';
import { edited, fieldError, unedited, type BusinessObject } from './object';

/** PORQRY: a purchase order with its lines; numbers edited, with unedited twins [captured]. */
export const porqry: BusinessObject = ({ company: { database }, input }) => {
	const PurchaseOrder = textOf(input, 'Key', 'PurchaseOrder').trimEnd();
	const header = database.find('PorMasterHdr', { PurchaseOrder });
	if (!header) {
		return document(
			'PorDetail',
			fieldError('PurchaseOrder', PurchaseOrder, '420001', `Purchase order '${PurchaseOrder}' not found`),
		);
	}
	const supplier = database.find('ApSupplier', { Supplier: header.Supplier });
	const lines = database.where('PorMasterDetail', { PurchaseOrder });
	const grnsOf = ({ Line }: Row): Content[] =>
		database.where('GrnDetails', { PurchaseOrder, PurchaseOrderLin: Line }).map(grnOf);
	const total = lines.reduce((sum, line) => sum + Number(line.MOrderQty) * Number(line.MPrice), 0).toFixed(2);
	const { OrderStatus, CancelledFlag, ExchangeRate, ...others } = header;
	return document('PorDetail', {
		...others,
		SupplierName: supplier?.SupplierName ?? '',
		OrderStatus,
		OrderStatusDescription: statusWords('purchaseOrder', OrderStatus),
		PoExchangeRate: ExchangeRate,
		PurchaseOrderLine: lines.map((line) => lineOf(line, isWanted(input, 'IncludeGrns') ? grnsOf(line) : [])),
		PurchaseOrderTotals: {
			LocalValues: { LocalOrderValue: total.padStart(18) },
			CurrentValues: { CurrentOrderValue: total.padStart(18), Edited_CurrentOrderValue: edited(total, 2) },
		},
	});
};

const isWanted = (input: Element, option: string): boolean => textOf(input, 'Option', option).toUpperCase() === 'Y';

/** A goods received note of a line, with the members of the schema of SYSPRO 7. */
function grnOf({ Grn, OrigReceiptDate, DeliveryNote, Journal, JournalEntry, QtyReceived }: Row): Content {
	return {
		Grn,
		OrigReceiptDate,
		DeliveryNote,
		GrnSource: '1',
		Journal: Journal.padStart(10),
		JournalEntry: JournalEntry.padStart(10),
		QtyReceived: edited(QtyReceived, 3),
		GrnMatchedFlag: 'N',
	};
}

function lineOf(line: Row, grns: Content[]): Content {
	if (line.LineType === '6') {
		return {
			CommentLine: { Line: line.Line, LineType: '6', LineTypeDescription: 'Comment line', NComment: line.NComment },
		};
	}
	return {
		Merchandise: {
			Line: line.Line,
			LineType: line.LineType,
			LineTypeDescription: line.LineType === '1' ? 'Stocked line' : 'Non-stocked line',
			MStockCode: line.MStockCode,
			MStockDes: line.MStockDes,
			MWarehouse: line.MWarehouse,
			MOrderQty: edited(line.MOrderQty, 3),
			Unedited_MOrderQty: unedited(line.MOrderQty),
			MReceivedQty: edited(line.MReceivedQty, 3),
			Unedited_MReceivedQty: unedited(line.MReceivedQty),
			MOrderUom: line.MOrderUom,
			MCompleteFlag: line.MCompleteFlag,
			MPrice: Number(line.MPrice).toFixed(5),
			Edit_MPrice: edited(line.MPrice, 3),
			MDiscPct1: Number(line.MDiscPct1).toFixed(2).padStart(16),
			MDiscPct2: Number(line.MDiscPct2).toFixed(2).padStart(16),
			MDiscPct3: Number(line.MDiscPct3).toFixed(2).padStart(16),
			MDiscValue: Number(line.MDiscValue).toFixed(2).padStart(16),
			MPriceUom: line.MPriceUom,
			MLatestDueDate: line.MLatestDueDate,
			MOrigDueDate: line.MOrigDueDate,
			MSupCatalogue: line.MSupCatalogue,
			MProductClass: line.MProductClass,
			MStockingUom: line.MStockingUom,
			...(grns.length > 0 ? { Grn: grns } : {}),
		},
	};
}

/** APSQRY: a supplier with its addresses. */
export const apsqry: BusinessObject = ({ company: { database }, input }) => {
	const Supplier = textOf(input, 'Key', 'Supplier').trimEnd();
	const row = database.find('ApSupplier', { Supplier });
	if (!row)
		return document('ApsDetail', fieldError('Supplier', Supplier, '180001', `Supplier '${Supplier}' not found`));
	return document('ApsDetail', { ...row, ...database.find('ApSupplierAddr', { Supplier }) });
};
