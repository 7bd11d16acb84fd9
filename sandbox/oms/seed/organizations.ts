import { Element } from '../document/element';

const address = (city: string, zip: string): Element =>
	new Element('CorporatePersonInfo', {
		AddressLine1: '1 Example Street',
		City: city,
		State: 'EX',
		ZipCode: zip,
		Country: 'US',
	});

function organization(
	attributes: Record<string, string>,
	roles: string[],
	city: string,
	zip: string,
	extn: Record<string, string> = {},
): Element {
	const enterprise = attributes.PrimaryEnterpriseKey;
	return new Element('Organization', { LocaleCode: 'en_US_EST', ...attributes }, [
		address(city, zip),
		new Element('Extn', extn),
		new Element(
			'EnterpriseOrgList',
			{},
			enterprise === attributes.OrganizationCode
				? []
				: [new Element('OrgEnterprise', { EnterpriseOrganizationKey: enterprise })],
		),
		new Element(
			'OrgRoleList',
			{},
			roles.map((role) => new Element('OrgRole', { RoleKey: role })),
		),
	]);
}

function enterprise(code: string, name: string, currency: string, extn: Record<string, string>): Element {
	return organization(
		{
			OrganizationKey: code,
			OrganizationCode: code,
			OrganizationName: name,
			ParentOrganizationCode: 'DEFAULT',
			PrimaryEnterpriseKey: code,
			IsEnterprise: 'Y',
			IsSeller: 'Y',
			CatalogOrganizationCode: code,
			InventoryOrganizationCode: code,
			CapacityOrganizationCode: code,
			CustomerMasterOrganizationCode: code,
			Currency: currency,
		},
		['ENTERPRISE', 'SELLER'],
		'Exampleton',
		'00000',
		extn,
	);
}

function node(code: string, name: string, owner: string, city: string): Element {
	return organization(
		{
			OrganizationKey: code,
			OrganizationCode: code,
			OrganizationName: name,
			ParentOrganizationCode: owner,
			PrimaryEnterpriseKey: owner,
			IsNode: 'Y',
		},
		['NODE'],
		city,
		'00001',
	);
}

/** The hub, two enterprises with their nodes, a buyer and a carrier. */
export const organizationSeed: Element[] = [
	organization(
		{
			OrganizationKey: 'DEFAULT',
			OrganizationCode: 'DEFAULT',
			OrganizationName: 'Hub',
			PrimaryEnterpriseKey: 'DEFAULT',
			IsHubOrganization: 'Y',
			IsEnterprise: 'Y',
			Currency: 'USD',
		},
		['ENTERPRISE'],
		'Hubville',
		'00000',
	),
	enterprise('AURORA', 'Aurora Living', 'USD', { ExtnRegion: 'WEST' }),
	enterprise('BOREALIS', 'Borealis Parts', 'EUR', { ExtnLedger: 'L-200' }),
	node('AUR_DC1', 'Aurora distribution centre', 'AURORA', 'Exampleton'),
	node('AUR_DC2', 'Aurora reserve warehouse', 'AURORA', 'Sampleford'),
	node('AUR_STORE1', 'Aurora store', 'AURORA', 'Testbury'),
	node('BOR_DC1', 'Borealis distribution centre', 'BOREALIS', 'Specimen Hill'),
	organization(
		{
			OrganizationKey: 'BUYER1',
			OrganizationCode: 'BUYER1',
			OrganizationName: 'Demo Buyer',
			IsBuyer: 'Y',
			ParentOrganizationCode: 'BOREALIS',
			PrimaryEnterpriseKey: 'BOREALIS',
		},
		['BUYER'],
		'Exampleton',
		'00002',
	),
	organization(
		{
			OrganizationKey: 'UPSN',
			OrganizationCode: 'UPSN',
			OrganizationName: 'United Parcel',
			IsCarrier: 'Y',
			ParentOrganizationCode: 'DEFAULT',
			PrimaryEnterpriseKey: 'DEFAULT',
		},
		['CARRIER'],
		'Exampleton',
		'00003',
	),
];

/** Code, type, description, owner, order of preference. */
export const nodeSeed: string[] = [
	'AUR_DC1|DC|Aurora distribution centre|AURORA|1',
	'AUR_DC2|DC|Aurora reserve warehouse|AURORA|2',
	'AUR_STORE1|Store|Aurora store|AURORA|3',
	'BOR_DC1|DC|Borealis distribution centre|BOREALIS|1',
];

/** Item, unit, enterprise, description, class, cost, extension brand, alias. */
export const itemSeed: string[] = [
	'MUG-BLUE|EACH|AURORA|Blue mug|GOOD|4.20|Demo|4006381333931',
	'MUG-RED|EACH|AURORA|Red mug|GOOD|4.20|Demo|',
	'LAMP-DESK|EACH|AURORA|Desk lamp|GOOD|18.50|Luma|',
	'CHAIR-OAK|EACH|AURORA|Oak chair|GOOD|62.00|Woodland|',
	'TENT-2P|EACH|AURORA|Tent for two|GOOD|88.00|Outpost|',
	'TOWEL-SET|CASE|AURORA|Set of towels|GOOD|11.00|Demo|',
	'BOLT-M8|EACH|BOREALIS|Bolt M8|GOOD|0.12|Fixit|',
	'VALVE-20|EACH|BOREALIS|Valve 20 mm|GOOD|35.00|Fixit|',
	'PUMP-100|EACH|BOREALIS|Pump 100 l|GOOD|240.00|Hydra|',
];

/** Item, unit, enterprise, node, on-hand quantity. TENT-2P is out of stock, CHAIR-OAK scarce. */
export const stockSeed: string[] = [
	'MUG-BLUE|EACH|AURORA|AUR_DC1|1000',
	'MUG-BLUE|EACH|AURORA|AUR_STORE1|20',
	'MUG-RED|EACH|AURORA|AUR_DC1|500',
	'LAMP-DESK|EACH|AURORA|AUR_DC1|100',
	'LAMP-DESK|EACH|AURORA|AUR_DC2|100',
	'CHAIR-OAK|EACH|AURORA|AUR_DC1|3',
	'CHAIR-OAK|EACH|AURORA|AUR_DC2|2',
	'TENT-2P|EACH|AURORA|AUR_DC1|0',
	'TOWEL-SET|CASE|AURORA|AUR_DC1|200',
	'BOLT-M8|EACH|BOREALIS|BOR_DC1|100000',
	'VALVE-20|EACH|BOREALIS|BOR_DC1|400',
	'PUMP-100|EACH|BOREALIS|BOR_DC1|10',
];
