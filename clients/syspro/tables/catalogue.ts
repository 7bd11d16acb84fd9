/** A table of a company database: the columns of its key, and those that the client reads. */
interface Table {
	key: readonly string[];
	columns: readonly string[];
	dates?: readonly string[];
}

const list = (text: string): string[] => text.trim().split(/\s+/);

const numbered = (name: string, to: number): string =>
	Array.from({ length: to }, (_, i) => `${name}${i + 1}`).join(' ');

function table(key: string, columns: string, dates = ''): Table {
	return { key: list(key), columns: list(`${key} ${columns} ${dates}`), dates: dates === '' ? [] : list(dates) };
}

/**
 * The tables of the documents, with columns as they were seen in SYSPRO 7 and 8. COMFND has to name columns; one that a
 * site does not have is left out.
 */
export const TABLES: Readonly<Record<string, Table>> = {
	PorMasterHdr: table(
		'PurchaseOrder',
		`OrderStatus Supplier Customer CancelledFlag Currency ExchangeRate ExchRateFixed OrderType TaxStatus PaymentTerms
		Buyer ShippingInstrs ShippingLocation SupplierClass Warehouse DeliveryName ${numbered('DeliveryAddr', 5)} PostalCode
		EdiPoFlag EdiExtractFlag EdiActionFlag EdiConfirmation`,
		'OrderEntryDate OrderDueDate MemoDate DateLastDocPrt DatePoCompleted',
	),
	PorMasterDetail: table(
		'PurchaseOrder Line',
		`LineType MStockCode MStockDes MWarehouse MOrderUom MStockingUom MOrderQty MReceivedQty MPrice MForeignPrice
		MPriceUom MConvFactPrcUm MMulDivPrc ${numbered('MDiscPct', 3)} MDiscValFlag MDiscValue MTaxCode MProductClass
		MCompleteFlag MSalesOrder MSalesOrderLine MSupCatalogue MVersion MRelease NComment NCommentFromLin NMscChargeValue`,
		'MLatestDueDate MOrigDueDate MLastReceiptDat',
	),
	ArInvoice: table(
		'Customer Invoice DocumentType',
		'CurrencyValue InvoiceBal1 OrigTaxableAmt TaxPortion SalesOrder Salesperson TermsCode CustomerPoNumber Branch Currency',
		'InvoiceDate',
	),
	ArTrnDetail: table(
		'Invoice TrnYear TrnMonth Register SummaryLine DetailLine',
		`Branch Customer SalesOrder SalesOrderLine CustomerPoNumber StockCode ProductClass QtyInvoiced NetSalesValue TaxValue
		CostValue DiscValue LineType PriceCode DocumentType`,
		'InvoiceDate',
	),
	SorMaster: table(
		'SalesOrder',
		`Customer CustomerName CustomerPoNumber OrderStatus ActiveFlag CancelledFlag DocumentType Branch Warehouse Currency
		ShippingInstrs ${numbered('ShipAddress', 5)} ShipPostalCode LastInvoice`,
		'OrderDate ReqShipDate EntrySystemDate',
	),
	SorDetail: table(
		'SalesOrder SalesOrderLine',
		`SalesOrderInitLine LineType MStockCode MStockDes MWarehouse MOrderUom MOrderQty MShipQty MBackOrderQty MPrice
		MPriceUom ${numbered('MDiscPct', 3)} MDiscValFlag MDiscValue MTaxCode MProductClass MCusSupStkCode NComment
		NMscChargeValue NMscProductCls`,
		'MCustRequestDat',
	),
	MdnMaster: table(
		'DispatchNote',
		`SalesOrder Customer CustomerName CustomerPoNumber DispatchNoteStatus DispatchName DispatchCustName
		${numbered('DispatchAddress', 5)} DispatchPostalCode ShippingInstrs Invoice MultiShipCode`,
		'ActualDeliveryDate PlannedDeliverDate',
	),
	MdnDetail: table(
		'DispatchNote DispatchNoteLine',
		`SalesOrder SalesOrderLine LineType MStockCode MStockDes MOrderQty MQtyToDispatch MStockQtyToShp MOrderUom
		MCusSupStkCode NComment`,
	),
	MdnDetailLot: table('DispatchNote DispatchNoteLine Lot', 'SalesOrderLine Quantity'),
	ApSupplier: table(
		'Supplier',
		`SupplierName SupShortName SupplierClass Branch Currency TermsCode Telephone Fax Email Contact OnHold PurchOrdAllowed
		TaxRegnNum EdiTypeFlag EdiReceiverCode`,
	),
	ApSupplierAddr: table(
		'Supplier',
		`${numbered('SupAddr', 5)} SupPostalCode RemitName ${numbered('RemitAddr', 5)} RemitPostalCode`,
	),
	ApInvoice: table('Supplier Invoice', 'OrigInvValue', 'InvoiceDate'),
	ArCustomer: table(
		'Customer',
		`Name ShortName ${numbered('SoldToAddr', 5)} SoldPostalCode ${numbered('ShipToAddr', 5)} ShipPostalCode Telephone Email
		Contact CustomerOnHold TermsCode Currency CreditLimit Branch EdiSenderCode TaxExemptNumber`,
	),
	InvMaster: table(
		'StockCode',
		`Description LongDesc AlternateKey1 AlternateKey2 StockUom AlternateUom OtherUom ConvFactAltUom ConvMulDiv Mass Volume
		Decimals Supplier ProductClass TaxCode`,
	),
};
