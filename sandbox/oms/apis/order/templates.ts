const totals = `GrandCharges="" GrandDiscount="" GrandTax="" GrandTotal="" HdrCharges="" HdrDiscount=""
	HdrTax=""
	HdrTotal="" LineSubTotal=""`;

const header = `AllocationRuleID="" CarrierAccountNo="" CarrierServiceCode="" CustCustPONo=""
	CustomerEMailID="" CustomerPONo="" DeliveryCode="" Division="" DocumentType="" DraftOrderFlag=""
	EnterpriseCode=""
	EntryType="" HoldFlag="" HoldReasonCode="" MaxOrderStatus="" MaxOrderStatusDesc="" MinOrderStatus=""
	MinOrderStatusDesc="" NotifyAfterShipmentFlag="" OrderDate="" OrderHeaderKey="" OrderName="" OrderNo=""
	OrderType="" OriginalTax="" PaymentStatus="" PersonalizeCode="" PriorityCode="" PriorityNumber="" Purpose=""
	SCAC=""
	ScacAndService="" ScacAndServiceKey="" SearchCriteria1="" SearchCriteria2="" SellerOrganizationCode=""
	Status=""
	TaxExemptionCertificate="" TaxJurisdiction="" TaxPayerId="" TermsCode="" TotalAdjustmentAmount=""
	isHistory=""`;

const priceInfo = `<PriceInfo Currency="" EnterpriseCurrency="" ReportingConversionDate=""
	ReportingConversionRate=""
	TotalAmount=""/>`;

const headerTotals = `<OverallTotals ${totals}/><InvoicedTotals ${totals}/><RemainingTotals ${totals}/>`;

/** getOrderList: header data only; no lines, addresses, time stamps or extension columns [captured]. */
export const orderListTemplate = `<OrderList TotalOrderList=""><Order ${header} BillToID=""
	BuyerOrganizationCode=""
	ChargeActualFreightFlag="" EnteredBy="" FreightTerms="" NotificationReference="" NotificationType=""
	>${priceInfo}${headerTotals}</Order></OrderList>`;

const address = `Company="" OtherPhone="" EMailID="" DayPhone="" JobTitle="" MobilePhone="" Department=""
	AlternateEmailID="" PersonID="" PersonInfoKey="" Beeper="" FirstName="" ZipCode="" Title="" City=""
	MiddleName=""
	DayFaxNo="" AddressLine3="" AddressLine2="" AddressLine1="" Suffix="" AddressLine6="" AddressLine5=""
	State=""
	AddressLine4="" EveningFaxNo="" EveningPhone="" Country="" LastName=""`;

const status = `<OrderStatuses><OrderStatus OrderReleaseStatusKey="" OrderHeaderKey="" OrderLineKey=""
	OrderLineScheduleKey="" PipelineKey="" Status="" StatusDate="" StatusDescription="" StatusQty=""
	TotalQuantity="">
	<Details ExpectedShipmentDate="" ExpectedDeliveryDate="" TagNumber=""/></OrderStatus></OrderStatuses>`;

const lineTotals = `UnitPrice="" Discount="" OptionPrice="" ExtendedPrice="" LineTotal="" Charges="" Tax=""
	PricingQty=""`;

/** What getOrderDetails shows of a line [captured]. */
export const orderLineTemplate = `<OrderLine CarrierAccountNo="" CarrierServiceCode="" CustomerLinePONo=""
	CustomerPONo="" DeliveryCode="" DeliveryMethod="" DepartmentCode="" FreightTerms="" FulfillmentType=""
	AllocationDate="" HoldFlag="" HoldReasonCode="" InvoicedQty="" IsBundleParent="" ItemGroupCode="" KitCode=""
	LineSeqNo="" LineType="" MaxLineStatus="" MaxLineStatusDesc="" MinLineStatus="" MinLineStatusDesc=""
	OpenQty=""
	OrderHeaderKey="" OrderLineKey="" OrderedQty="" OriginalOrderedQty="" OtherCharges="" PackListType=""
	PersonalizeCode="" PersonalizeFlag="" PickableFlag="" PrimeLineNo="" Purpose="" RemainingQty=""
	ReservationID=""
	ReservationPool="" SCAC="" ScacAndService="" ScacAndServiceKey="" Segment="" SegmentType="" SerialNo=""
	ShipTogetherNo="" SplitQty="" Status="" StatusQuantity="" SubLineNo="" SubstituteItemID=""
	SubstituteItemUOM=""
	isHistory="">
	<Item ItemID="" UnitOfMeasure="" ProductClass="" ItemDesc="" ItemShortDesc="" UnitCost="" CostCurrency=""
		CustomerItem="" CustomerItemDesc="" ManufacturerItem="" ManufacturerItemDesc="" ManufacturerName=""
		SupplierItem="" SupplierItemDesc="" UPCCode="" ISBN="" NMFCClass="" NMFCCode="" NMFCDescription=""
		HarmonizedCode="" ECCNNo="" CountryOfOrigin="" TaxProductCode="" ItemWeight="" ItemWeightUOM=""
		ProductLine="" ScheduleBCode=""/>
	<LinePriceInfo UnitPrice="" ListPrice="" RetailPrice="" IsPriceLocked="" PricingUOM="" TaxableFlag=""
		DiscountPercentage="" OrderedPricingQty="" InvoicedPricingQty="" ActualPricingQty="" SettledAmount=""
		SettledQuantity="" PricingQtyConversionFactor="" LineTotal=""/>
	<LineOverallTotals ${lineTotals}/><LineRemainingTotals ${lineTotals}/><LineInvoicedTotals ${lineTotals}/>
	${status}<Schedules/><LineCharges/><LineTaxes/><Notes/><Instructions/><References/><AdditionalAddresses/>
	<KitLines/><WorkOrders/><OrderLineOptions/><ProductAssociations/><ServiceAssociations/></OrderLine>`;

/** getOrderDetails: the full document, still without time stamps and extension columns [captured]. */
export const orderDetailsTemplate = `<Order ${header} AuthorizationExpirationDate="" ChainType=""
	HasDeliveryLines="" HasProductLines="" HasServiceLines="" OriginalTotalAmount="" ReturnByGiftRecipient=""
	TaxExemptFlag="">${priceInfo}${headerTotals}
	<PersonInfoShipTo ${address}/><PersonInfoBillTo ${address}/><PersonInfoContact ${address}/>
	<OrderLines>${orderLineTemplate}</OrderLines>${status}
	<HeaderCharges/><HeaderTaxes/><PaymentMethods/><Notes/><Instructions/><References/><AdditionalAddresses/>
	<ExchangeOrders/><ProductServiceAssocs/><AllowedModifications/></Order>`;

/** getCompleteOrderDetails: details with holds, dates and payment details. */
export const completeOrderTemplate = orderDetailsTemplate.replace(
	'<HeaderCharges/>',
	'<OrderHoldTypes/><OrderDates/><HeaderCharges/>',
);

/** getOrderLineList. */
export const orderLineListTemplate = `<OrderLineList TotalLineList="">${orderLineTemplate.replace(
	'<Item ',
	'<Order OrderHeaderKey="" OrderNo="" EnterpriseCode="" DocumentType=""/><Item ',
)}</OrderLineList>`;
