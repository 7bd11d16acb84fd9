import type { Clock } from '../kit/clock';
import { Database, type Row } from './database';

export interface OrderLine {
	stockCode: string;
	quantity: string;
	price?: string;
	comment?: string;
}

const DELIVERY: Row = {
	DeliveryName: 'Outdoors Manufacturing',
	DeliveryAddr1: '12 Foundry Lane',
	DeliveryAddr2: 'Gate 4',
	DeliveryAddr3: 'Springfield',
	DeliveryAddr4: 'IL',
	DeliveryAddr5: 'USA',
	PostalCode: '62701',
};

/** Business of the company: what people do in SYSPRO's own screens. */
export class Company {
	readonly database = new Database();

	private counters: Record<string, number> = {
		purchaseOrder: 0,
		salesOrder: 0,
		dispatch: 0,
		invoice: 0,
		grn: 0,
		journal: 0,
	};

	constructor(readonly clock: Clock) {}

	/** The day of the company, `YYYY-MM-DD`. */
	get today(): string {
		return new Date(this.clock.now()).toISOString().slice(0, 10);
	}

	/** A day so many days from today. */
	day(offset: number): string {
		return new Date(this.clock.now() + offset * 86_400_000).toISOString().slice(0, 10);
	}

	/** The next number of a kind, padded with zeros as numeric keys are. */
	next(kind: string, length: number): string {
		this.counters[kind] = (this.counters[kind] ?? 0) + 1;
		return String(this.counters[kind]).padStart(length, '0');
	}

	/** Enters a purchase order; it is ready to print. @returns its number */
	placePurchaseOrder(supplier: string, lines: readonly OrderLine[], more: Row = {}): string {
		const { PurchaseOrder = this.next('purchaseOrder', 15), ...others } = more;
		const own = this.database.find('ApSupplier', { Supplier: supplier });
		this.database.insert('PorMasterHdr', {
			PurchaseOrder,
			OrderStatus: '1',
			Supplier: supplier,
			OrderEntryDate: this.today,
			OrderDueDate: this.day(14),
			MemoDate: this.day(10),
			Currency: own?.Currency ?? '$',
			ExchangeRate: '1',
			OrderType: 'L',
			TaxStatus: 'E',
			PaymentTerms: own?.TermsCode ?? '30',
			Buyer: 'JEM',
			ShippingInstrs: 'Truck, dock 4',
			Warehouse: 'FG',
			...DELIVERY,
			...others,
		});
		for (const line of lines) this.addPurchaseLine(PurchaseOrder, line);
		return PurchaseOrder;
	}

	addPurchaseLine(PurchaseOrder: string, { stockCode, quantity, price, comment }: OrderLine): void {
		const { database } = this;
		const Line = String(database.where('PorMasterDetail', { PurchaseOrder }).length + 1);
		if (comment !== undefined) {
			database.insert('PorMasterDetail', { PurchaseOrder, Line, LineType: '6', NComment: comment });
			return;
		}
		const item = database.find('InvMaster', { StockCode: stockCode });
		const header = database.find('PorMasterHdr', { PurchaseOrder });
		database.insert('PorMasterDetail', {
			PurchaseOrder,
			Line,
			LineType: item ? '1' : '7',
			MStockCode: stockCode,
			MStockDes: item?.Description ?? 'Not stocked',
			MWarehouse: 'FG',
			MOrderUom: item?.StockUom ?? 'EA',
			MStockingUom: item?.StockUom ?? 'EA',
			MOrderQty: quantity,
			MPrice: price ?? '10',
			MPriceUom: item?.StockUom ?? 'EA',
			MConvFactPrcUm: '1',
			MMulDivPrc: 'M',
			MLatestDueDate: header?.OrderDueDate ?? '',
			MOrigDueDate: header?.OrderDueDate ?? '',
			MProductClass: item?.ProductClass ?? '',
			MSupCatalogue: item ? `V-${stockCode}` : '',
		});
	}

	/** Prints an order: its status is 4 then. */
	printPurchaseOrder(PurchaseOrder: string): void {
		Object.assign(this.order(PurchaseOrder), { OrderStatus: '4', DateLastDocPrt: this.today });
	}

	/** Changes a line; the order has to be printed again. */
	changePurchaseLine(PurchaseOrder: string, line: string, values: Row): void {
		const row = this.database.find('PorMasterDetail', { PurchaseOrder, Line: line });
		if (!row) throw new TypeError(`No line ${line} of ${PurchaseOrder}`);
		Object.assign(row, values);
		this.order(PurchaseOrder).OrderStatus = '1';
	}

	cancelPurchaseOrder(PurchaseOrder: string): void {
		Object.assign(this.order(PurchaseOrder), { OrderStatus: '*', CancelledFlag: 'Y' });
	}

	/** Books a receipt of a line under the supplier's delivery note. @returns the goods received number */
	receive(PurchaseOrder: string, line: string, quantity: number, DeliveryNote = ''): string {
		const row = this.database.find('PorMasterDetail', { PurchaseOrder, Line: line });
		if (!row) throw new TypeError(`No line ${line} of ${PurchaseOrder}`);
		row.MReceivedQty = String(Number(row.MReceivedQty) + quantity);
		row.MLastReceiptDat = this.today;
		if (Number(row.MReceivedQty) >= Number(row.MOrderQty)) row.MCompleteFlag = 'Y';
		const stock = this.database.where('PorMasterDetail', { PurchaseOrder }).filter(({ LineType }) => LineType !== '6');
		if (stock.every(({ MCompleteFlag }) => MCompleteFlag === 'Y')) {
			Object.assign(this.order(PurchaseOrder), { OrderStatus: '9', DatePoCompleted: this.today });
		}
		const Grn = this.next('grn', 15);
		this.database.insert('GrnDetails', {
			Supplier: this.order(PurchaseOrder).Supplier,
			Grn,
			PurchaseOrder,
			PurchaseOrderLin: line,
			StockCode: row.MStockCode,
			QtyReceived: String(quantity),
			OrigReceiptDate: this.today,
			DeliveryNote,
			Journal: this.next('journal', 10),
			JournalEntry: '1',
		});
		return Grn;
	}

	private order(PurchaseOrder: string): Row {
		const row = this.database.find('PorMasterHdr', { PurchaseOrder });
		if (!row) throw new TypeError(`No purchase order ${PurchaseOrder}`);
		return row;
	}
}
