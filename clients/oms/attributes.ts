/** The type of a Sterling attribute, as far as its name implies it. */
type AttributeKind = 'text' | 'custom' | 'number' | 'dateTime' | 'flag';

/** Elements whose attributes are not Sterling's own, or are not what their names say: nothing is known of them. */
const FOREIGN = /^(?:Extn|CustomAttributes|Reference|AdditionalAttribute|Attribute|Exp|Error)$|^Extn/;

/**
 * Attributes of date or date-time type end in `Date`, but for those that are kept as text (a card's date is MM/YYYY);
 * the time stamps of every row, and a few without that ending.
 */
const DATE = /Date$|^(?:From|To)?(?:Createts|Modifyts|MaxModifyTS|DateInvoiced|ETA|SyncTS)$|DateTime$/;
const NO_DATE = /^CreditCard|^AuthorizationExpirationDate$|^(?:Is|Has|Use|Ignore|Allow)[A-Z]/;

/** Quantities, amounts, measures and the numbers of lines and releases. */
const NUMBER =
	/(?:Qty|Quantity|Amount|Price|Cost|Weight|Length|Width|Height|Percentage)$|^(?:PrimeLineNo|SubLineNo|ReleaseNo|MaxChargeLimit|Tax|LeadTime|MaximumRecords|QtyToBeCancelled|ShipmentLineNo|ShipmentSubLineNo)$/;
const NO_NUMBER = /^(?:Is|Has|Use|Ignore|Allow|Apply|Consider|Cancel|BackOrder|Lock)[A-Z]|^ChangeForAll/;

const FLAG = /Flag$|^Is[A-Z]/;

/**
 * The kind of an attribute, by the naming rules of Sterling's data dictionary (factory entity definitions: data types
 * follow the names). `element` is the element that it belongs to. Text where nothing is known.
 */
export function kindOf(attribute: string, element = ''): AttributeKind {
	if (FOREIGN.test(element)) return 'custom';
	if (DATE.test(attribute) && !NO_DATE.test(attribute)) return 'dateTime';
	if (NUMBER.test(attribute) && !NO_NUMBER.test(attribute)) return 'number';
	return FLAG.test(attribute) ? 'flag' : 'text';
}

/** A status code: digits, and dotted segments that a company added (`1100.70.06.10`, `2100.M`). */
const STATUS = /^\d{2,4}(?:\.\w+)*$/;

/** Whether the text can be the code of a status; the names of statuses cannot be asked for. */
export function isStatusCode(text: string): boolean {
	return STATUS.test(text.trim());
}
