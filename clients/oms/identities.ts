/** One way to name an entry of a list: attribute paths, with the value that counts where an optional one is left out. */
export type Identity = Readonly<Record<string, string | undefined>>;

/** What identifies the entries of a child list. */
interface ChildList {
	/** Ways to name an entry, the surest one first. Empty: nothing names an entry, so each is one of its own. */
	identities: readonly Identity[];
}

const by = (...identities: Identity[]): ChildList => ({ identities });
/** Part of an identity that must be given. */
const given = undefined;

const CHARGE = by({ ChargeCategory: given, ChargeName: given });
const TAX = by({ ChargeCategory: '', ChargeName: '', TaxName: given });

/**
 * The child lists of Sterling's documents by their repeating element, and what names an entry of each (factory entity
 * definitions: primary keys and unique indexes). Two entries with the same identity are one.
 */
const LISTS: Readonly<Record<string, ChildList>> = {
	AdditionalAttribute: by({ Name: given, AttributeDomainID: '', AttributeGroupID: '' }),
	AlternateUOM: by({ UnitOfMeasure: given }),
	API: by(),
	Award: by({ AwardKey: given }, { AwardId: given }),
	Category: by({ CategoryKey: given }, { CategoryPath: given }),
	Component: by({ ComponentKey: given }, { ComponentItemID: given, ComponentUnitOfMeasure: '' }),
	Container: by({ ShipmentContainerKey: given }, { ContainerNo: given }, { ContainerScm: given }),
	ContainerDetail: by(
		{ ContainerDetailsKey: given },
		{ 'ShipmentLine.ShipmentLineKey': given },
		{ 'ShipmentLine.ShipmentLineNo': given, 'ShipmentLine.ShipmentSubLineNo': '0' },
		{ ItemID: given, UnitOfMeasure: 'EACH', ProductClass: '' },
	),
	CustomerAdditionalAddress: by({ CustomerAdditionalAddressKey: given }, { CustomerAdditionalAddressID: given }),
	CustomerContact: by({ CustomerContactKey: given }, { CustomerContactID: given }),
	Exp: by(),
	HeaderCharge: CHARGE,
	HeaderTax: TAX,
	Instruction: by({ InstructionDetailKey: given }, { InstructionType: given, SequenceNo: given }),
	Item: by({ ItemKey: given }, { ItemID: given, UnitOfMeasure: 'EACH', ShipNode: '', SupplyType: '' }),
	ItemAlias: by({ AliasName: given }),
	LineCharge: CHARGE,
	LineTax: TAX,
	Note: by(),
	OrderDate: by({ DateTypeId: given }),
	OrderHoldType: by({ OrderHoldTypeKey: given }, { HoldType: given }),
	OrderLine: by({ OrderLineKey: given }, { PrimeLineNo: given, SubLineNo: '1' }, { TransactionalLineId: given }),
	OrderRelease: by({ OrderReleaseKey: given }, { ReleaseNo: given }),
	OrgEnterprise: by({ EnterpriseOrganizationKey: given }),
	OrgRole: by({ RoleKey: given }),
	PaymentDetails: by({ PaymentDetailsKey: given }, { AuthorizationID: given, ChargeType: '' }),
	PaymentMethod: by({ PaymentKey: given }, { PaymentType: given, PaymentReference1: given }),
	PromiseLine: by({ LineId: given }),
	Promotion: by({ PromotionKey: given }, { PromotionId: given }),
	ReceiptLine: by({ ReceiptLineKey: given }, { OrderLineKey: given }),
	Reference: by({ Name: given }),
	ShipmentLine: by(
		{ ShipmentLineKey: given },
		{ ShipmentLineNo: given, ShipmentSubLineNo: '0' },
		{ OrderLineKey: given, OrderReleaseKey: '' },
		{ OrderNo: given, PrimeLineNo: given, SubLineNo: '1', ReleaseNo: '' },
	),
};

/** How entries of this repeating element are named; undefined for elements that are not known to repeat. */
export function childListOf(element: string): ChildList | undefined {
	return Object.hasOwn(LISTS, element) ? LISTS[element] : undefined;
}

/** The repeating element of a list by the name of the list: OrderLine of OrderLines, ItemAlias of ItemAliasList. */
export function entryOfList(list: string): string | undefined {
	if (childListOf(list)) return undefined;
	return [list.replace(/List$/, ''), list.replace(/e?s$/, ''), list.replace(/s$/, '')].find(
		(name) => name !== list && childListOf(name) !== undefined,
	);
}
