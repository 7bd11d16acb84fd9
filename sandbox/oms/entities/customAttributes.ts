import type { Reader, Relation, Row } from '../store/entity';

/** A dynamic attribute of an enterprise's documents: how it is called, what it takes. */
export interface CustomAttribute {
	enterprise: string;
	documentType: string;
	/**
	 * Table that it extends: orders and order lines only (quotes and opportunities aside) [factory templates].
	 */
	table: 'YFS_ORDER_HEADER' | 'YFS_ORDER_LINE';
	/** Attribute id: the name under CustomAttributes [IBM: attribute_definition]. */
	id: string;
	dataType: 'TEXT' | 'INTEGER' | 'DECIMAL' | 'BOOLEAN' | 'DATE';
	label: string;
	mandatory: boolean;
	/** Value and label of the only values that are allowed, if they are. */
	allowed: Array<[value: string, label: string]>;
}

/** Enterprise, document type, table, id, data type, label, mandatory, allowed values. */
const rows = [
	'AURORA|0001|YFS_ORDER_HEADER|IsPreOrder|BOOLEAN|Pre-order|N|',
	'AURORA|0001|YFS_ORDER_HEADER|GiftOccasion|TEXT|Gift occasion|N|BIRTHDAY=Birthday,WEDDING=Wedding,OTHER=Other',
	'AURORA|0001|YFS_ORDER_HEADER|PromisedOn|DATE|Promised on|N|',
	'AURORA|0001|YFS_ORDER_LINE|Engraving|TEXT|Engraved text|N|',
	'AURORA|0001|YFS_ORDER_LINE|WrapStyle|TEXT|Style of the wrapping|N|PLAIN=Plain,RIBBON=With ribbon',
	'AURORA|0003|YFS_ORDER_HEADER|ReturnChannel|TEXT|Return channel|Y|STORE=Store,MAIL=By mail',
	'AURORA|0003|YFS_ORDER_LINE|BoxOpened|BOOLEAN|Box was opened|N|',
	'BOREALIS|0001|YFS_ORDER_HEADER|ProjectCode|TEXT|Project code|Y|',
	'BOREALIS|0001|YFS_ORDER_HEADER|ContractRate|DECIMAL|Rate of the contract|N|',
	'BOREALIS|0001|YFS_ORDER_LINE|PalletCount|INTEGER|Number of pallets|N|',
	'BOREALIS|0003|YFS_ORDER_HEADER|InspectionGrade|TEXT|Grade of the inspection|N|A=As new,B=Used,C=Scrap',
	'BOREALIS|0003|YFS_ORDER_LINE|BatchNo|TEXT|Batch|N|',
];

function parse(row: string): CustomAttribute {
	const [enterprise, documentType, table, id, dataType, label, mandatory, allowed] = row.split('|');
	return {
		enterprise,
		documentType,
		id,
		label,
		table: table as CustomAttribute['table'],
		dataType: dataType as CustomAttribute['dataType'],
		mandatory: mandatory === 'Y',
		allowed: allowed
			.split(',')
			.filter(Boolean)
			.map((pair) => pair.split('=') as [string, string]),
	};
}

/** The dynamic attributes of the demo installation: each enterprise and document type has its own. */
export const customAttributes: readonly CustomAttribute[] = rows.map(parse);

function idsOf(table: string, of: Row | undefined): string[] {
	return customAttributes
		.filter(
			(attribute) =>
				attribute.table === table &&
				attribute.enterprise === of?.EnterpriseCode &&
				attribute.documentType === of.DocumentType,
		)
		.map(({ id }) => id);
}

/**
 * The CustomAttributes child of a table's rows. Attributes that the installation does not define are not
 * stored
 * (inferred: they have no column), and a row shows those of its own enterprise and document type only.
 */
export function customAttributesOf(
	table: CustomAttribute['table'],
	orderOf: (row: Row, reader: Reader) => Row | undefined,
): Relation {
	return {
		kind: 'embedded',
		prefix: 'CustomAttributes_',
		names: [...new Set(customAttributes.filter((one) => one.table === table).map(({ id }) => id))],
		of: (row, reader) => idsOf(table, orderOf(row, reader)),
	};
}
