/** A column: its type decides how it is compared, padded and shown. */
export interface Column {
	name: string;
	type: 'text' | 'decimal' | 'date';
	/** Characters of a text. */
	length?: number;
}

export interface Table {
	name: string;
	key: readonly string[];
	columns: readonly Column[];
}

const LENGTHS: Readonly<Record<string, number>> = {
	PurchaseOrder: 20,
	SalesOrder: 20,
	DispatchNote: 20,
	Invoice: 20,
	Supplier: 15,
	Customer: 15,
	StockCode: 30,
	MStockCode: 30,
	CustomerPoNumber: 30,
};
const FIVE = [1, 2, 3, 4, 5];
const five = (name: string): string => FIVE.map((number) => name + number).join(' ');

/** Names with a colon are of the type behind it: `:n` decimal, `:d` date; the first ones are the key. */
function table(name: string, key: number, text: string): Table {
	const columns = text
		.trim()
		.split(/\s+/)
		.map((each): Column => {
			const [column, type] = each.split(':');
			if (type === 'n') return { name: column, type: 'decimal' };
			if (type === 'd') return { name: column, type: 'date' };
			return { name: column, type: 'text', length: LENGTHS[column] ?? 50 };
		});
	return { name, key: columns.slice(0, key).map((column) => column.name), columns };
}

/** Tables of the company database, with the columns that were seen in queries and schemas of sites. */
export const tables: Readonly<Record<string, Table>> = Object.fromEntries(
	[
		table(
			'PorMasterHdr',
			1,
			`PurchaseOrder OrderStatus Supplier Customer OrderEntryDate:d OrderDueDate:d MemoDate:d DateLastDocPrt:d
			DatePoCompleted:d CancelledFlag Currency ExchangeRate:n ExchRateFixed OrderType TaxStatus PaymentTerms Buyer
			ShippingInstrs ShippingLocation SupplierClass Warehouse DeliveryName ${five('DeliveryAddr')} PostalCode EdiPoFlag
			EdiExtractFlag EdiActionFlag EdiConfirmation`,
		),
		table(
			'PorMasterDetail',
			2,
			`PurchaseOrder Line:n LineType MStockCode MStockDes MWarehouse MOrderUom MStockingUom MOrderQty:n MReceivedQty:n
			MLatestDueDate:d MOrigDueDate:d MLastReceiptDat:d MPrice:n MForeignPrice:n MPriceUom MConvFactPrcUm:n MMulDivPrc
			MDiscPct1:n MDiscPct2:n MDiscPct3:n MDiscValFlag MDiscValue:n MTaxCode MProductClass MCompleteFlag MSalesOrder
			MSalesOrderLine:n MSupCatalogue MVersion MRelease NComment NCommentFromLin:n NMscChargeValue:n`,
		),
		table(
			'ArInvoice',
			3,
			`Customer Invoice DocumentType InvoiceDate:d CurrencyValue:n InvoiceBal1:n OrigTaxableAmt:n TaxPortion:n SalesOrder
			Salesperson TermsCode CustomerPoNumber Branch Currency`,
		),
		table(
			'ArTrnDetail',
			6,
			`TrnYear:n TrnMonth:n Register Invoice SummaryLine:n DetailLine:n InvoiceDate:d Branch Customer SalesOrder
			SalesOrderLine:n CustomerPoNumber StockCode ProductClass QtyInvoiced:n NetSalesValue:n TaxValue:n CostValue:n
			DiscValue:n LineType PriceCode DocumentType`,
		),
		table(
			'SorMaster',
			1,
			`SalesOrder Customer CustomerName CustomerPoNumber OrderDate:d ReqShipDate:d EntrySystemDate:d OrderStatus
			ActiveFlag CancelledFlag DocumentType Branch Warehouse Currency ShippingInstrs ${five('ShipAddress')}
			ShipPostalCode LastInvoice Email`,
		),
		table(
			'SorDetail',
			2,
			`SalesOrder SalesOrderLine:n SalesOrderInitLine:n LineType MStockCode MStockDes MWarehouse MOrderUom MOrderQty:n
			MShipQty:n MBackOrderQty:n MPrice:n MPriceUom MDiscPct1:n MDiscPct2:n MDiscPct3:n MDiscValFlag MDiscValue:n
			MTaxCode MProductClass MCusSupStkCode MCustRequestDat:d NComment NMscChargeValue:n NMscProductCls`,
		),
		table(
			'MdnMaster',
			1,
			`DispatchNote SalesOrder Customer CustomerName CustomerPoNumber DispatchNoteStatus DispatchName DispatchCustName
			${five('DispatchAddress')} DispatchPostalCode ShippingInstrs ActualDeliveryDate:d PlannedDeliverDate:d Invoice
			MultiShipCode`,
		),
		table(
			'MdnDetail',
			2,
			`DispatchNote DispatchNoteLine:n SalesOrder SalesOrderLine:n LineType MStockCode MStockDes MOrderQty:n
			MQtyToDispatch:n MStockQtyToShp:n MOrderUom MCusSupStkCode NComment`,
		),
		table('MdnDetailLot', 3, 'DispatchNote DispatchNoteLine:n Lot SalesOrderLine:n Quantity:n'),
		table(
			'ApSupplier',
			1,
			`Supplier SupplierName SupShortName SupplierClass Branch Currency TermsCode Telephone Fax Email Contact OnHold
			PurchOrdAllowed TaxRegnNum CurrentBalance:n EdiTypeFlag EdiReceiverCode`,
		),
		table(
			'ApSupplierAddr',
			1,
			`Supplier ${five('SupAddr')} SupPostalCode RemitName ${five('RemitAddr')} RemitPostalCode`,
		),
		table(
			'GrnDetails',
			2,
			`Supplier Grn PurchaseOrder PurchaseOrderLin:n StockCode QtyReceived:n OrigReceiptDate:d DeliveryNote Journal:n
			JournalEntry:n`,
		),
		table('ApInvoice', 2, 'Supplier Invoice InvoiceDate:d DueDate:d OrigInvValue:n TransactionCode Reference'),
		table(
			'ArCustomer',
			1,
			`Customer Name ShortName ${five('SoldToAddr')} SoldPostalCode ${five('ShipToAddr')} ShipPostalCode Telephone Email
			Contact CustomerOnHold TermsCode Currency CreditLimit:n Branch EdiSenderCode TaxExemptNumber`,
		),
		table(
			'InvMaster',
			1,
			`StockCode Description LongDesc AlternateKey1 AlternateKey2 StockUom AlternateUom OtherUom ConvFactAltUom:n
			ConvMulDiv Mass:n Volume:n Decimals:n Supplier ProductClass TaxCode DateStkAdded:d SupercessionDate:d`,
		),
	].map((each): [string, Table] => [each.name, each]),
);
