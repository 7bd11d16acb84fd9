import { Element } from '../document/element';
import { defineEntity } from '../store/entity';
import { describeRange } from '../pipeline/statuses';

const document = 'TableKey TableName';

/** An address; orders, releases and shipments point to it by key. */
export const personInfo = defineEntity({
	name: 'PersonInfo',
	table: 'YFS_PERSON_INFO',
	key: 'PersonInfoKey',
	columns: {
		text: `PersonID Title FirstName MiddleName LastName Suffix Company JobTitle Department AddressLine1
			AddressLine2
			AddressLine3 AddressLine4 AddressLine5 AddressLine6 City State ZipCode Country DayPhone EveningPhone
			MobilePhone OtherPhone Beeper DayFaxNo EveningFaxNo EMailID AlternateEmailID`,
	},
});

/** A quantity of an order line in one status (YFS_ORDER_RELEASE_STATUS). */
export const orderStatus = defineEntity({
	name: 'OrderStatus',
	table: 'YFS_ORDER_RELEASE_STATUS',
	key: 'OrderReleaseStatusKey',
	indexes: ['OrderHeaderKey', 'OrderLineKey', 'OrderReleaseKey'],
	columns: {
		text: 'OrderHeaderKey OrderLineKey OrderReleaseKey OrderLineScheduleKey ShipNode Status ProcessTypeKey',
		quantity: 'StatusQty TotalQuantity',
		dateTime: 'StatusDate ExpectedShipmentDate ExpectedDeliveryDate',
	},
	computed: {
		StatusDescription: (row, reader) => describeRange(reader, row.ProcessTypeKey, row.Status, row.Status),
		StatusQuantity: (row) => row.StatusQty ?? '0',
		PipelineKey: (row) => row.ProcessTypeKey,
	},
	relations: {
		OrderLine: { kind: 'one', entity: 'OrderLine', column: 'OrderLineKey', writable: false },
		Order: { kind: 'one', entity: 'Order', column: 'OrderHeaderKey', writable: false },
		Details: {
			kind: 'built',
			build: (row, _reader, template) =>
				new Element(template.name, {
					TagNumber: '',
					ExpectedShipmentDate: row.ExpectedShipmentDate ?? '',
					ExpectedDeliveryDate: row.ExpectedDeliveryDate ?? '',
				}),
		},
	},
});

/** A hold on an order (OrderLineKey blank) or on one line. */
export const orderHoldType = defineEntity({
	name: 'OrderHoldType',
	table: 'YFS_ORDER_HOLD_TYPE',
	key: 'OrderHoldTypeKey',
	indexes: ['OrderHeaderKey', 'OrderLineKey'],
	columns: {
		text: `OrderHeaderKey OrderLineKey HoldType Status ReasonText ResolverUserId TransactionId HoldDescription`,
		dateTime: 'LastHoldTypeDate',
	},
	computed: {
		StatusDescription: (row) =>
			({ 1100: 'Created', 1200: 'Rejected', 1300: 'Resolved' })[row.Status] ?? row.Status ?? '',
		HoldTypeDescription: (row, reader) =>
			reader.where('HoldType', 'HoldType', row.HoldType)[0]?.HoldTypeDescription ?? '',
	},
	relations: { Order: { kind: 'one', entity: 'Order', column: 'OrderHeaderKey', writable: false } },
});

export const note = defineEntity({
	name: 'Note',
	table: 'YFS_NOTES',
	key: 'NotesKey',
	indexes: ['TableKey'],
	columns: {
		text: `${document} NoteText ReasonCode ContactType ContactReference ContactUser CustomerSatIndicator
			Priority
			AuditTransactionId`,
		flag: 'VisibleToAll',
		integer: 'SequenceNo',
		dateTime: 'ContactTime',
	},
	defaults: { VisibleToAll: 'Y' },
});

export const instruction = defineEntity({
	name: 'Instruction',
	table: 'YFS_INSTRUCTION_DETAIL',
	key: 'InstructionDetailKey',
	indexes: ['TableKey'],
	columns: { text: `${document} InstructionType InstructionText InstructionURL`, integer: 'SequenceNo' },
});

export const reference = defineEntity({
	name: 'Reference',
	table: 'YFS_REFERENCE_TABLE',
	key: 'ReferenceKey',
	indexes: ['TableKey'],
	columns: { text: `${document} Name Value` },
});

export const orderDate = defineEntity({
	name: 'OrderDate',
	table: 'YFS_ORDER_DATE',
	key: 'OrderDateKey',
	indexes: ['TableKey'],
	columns: {
		text: `${document} DateTypeId`,
		dateTime: 'RequestedDate ExpectedDate ActualDate CommittedDate',
	},
});

export const additionalAddress = defineEntity({
	name: 'AdditionalAddress',
	table: 'YFS_ADDITIONAL_ADDRESS',
	key: 'AdditionalAddressKey',
	indexes: ['TableKey'],
	columns: { text: `${document} AddressType PersonInfoKey` },
	relations: { PersonInfo: { kind: 'one', entity: 'PersonInfo', column: 'PersonInfoKey' } },
});

const charge = {
	text: 'OrderHeaderKey OrderLineKey ChargeCategory ChargeName Reference',
	flag: 'IsManual',
	amount: 'ChargeAmount ChargePerLine ChargePerUnit InvoicedChargeAmount',
};

export const headerCharge = defineEntity({
	name: 'HeaderCharge',
	table: 'YFS_HEADER_CHARGES',
	key: 'HeaderChargesKey',
	indexes: ['OrderHeaderKey'],
	columns: charge,
});

export const lineCharge = defineEntity({
	name: 'LineCharge',
	table: 'YFS_LINE_CHARGES',
	key: 'LineChargesKey',
	indexes: ['OrderLineKey'],
	columns: charge,
});

const tax = {
	text: 'OrderHeaderKey OrderLineKey ChargeCategory ChargeName TaxName Reference1',
	amount: 'Tax TaxPercentage InvoicedTax',
};

export const headerTax = defineEntity({
	name: 'HeaderTax',
	table: 'YFS_HEADER_TAX',
	key: 'HeaderTaxKey',
	indexes: ['OrderHeaderKey'],
	columns: tax,
});

export const lineTax = defineEntity({
	name: 'LineTax',
	table: 'YFS_LINE_TAX',
	key: 'LineTaxKey',
	indexes: ['OrderLineKey'],
	columns: tax,
});

export const paymentMethod = defineEntity({
	name: 'PaymentMethod',
	table: 'YFS_PAYMENT',
	key: 'PaymentKey',
	indexes: ['OrderHeaderKey'],
	columns: {
		text: `OrderHeaderKey PaymentType PaymentTypeGroup PaymentReference1 PaymentReference2 PaymentReference3
			DisplayCreditCardNo DisplaySvcNo CreditCardType CreditCardExpDate CreditCardName ChargeSequence`,
		flag: 'UnlimitedCharges SuspendAnyMoreCharges',
		amount: 'MaxChargeLimit TotalAuthorized TotalCharged TotalRefundedAmount',
	},
	relations: {
		PaymentDetailsList: {
			kind: 'list',
			member: 'PaymentDetails',
			entity: 'PaymentDetails',
			by: 'PaymentKey',
			identity: ['ChargeType', 'AuthorizationID'],
		},
	},
});

export const paymentDetails = defineEntity({
	name: 'PaymentDetails',
	table: 'YFS_PAYMENT_DETAILS',
	key: 'PaymentDetailsKey',
	indexes: ['PaymentKey'],
	columns: {
		text: 'PaymentKey ChargeType AuthorizationID AuthCode AuthReturnCode AuthReturnMessage InternalReturnCode',
		amount: 'RequestAmount ProcessedAmount',
		dateTime: 'AuthorizationExpirationDate AuthTime',
	},
});
