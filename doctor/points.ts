/** A question about Sterling that a run may answer, and the lines of docs/fidelity.md that the answer settles. */
export interface Point {
	question: string;
	settles: string[];
	/** Why no run can answer it: only a write would. */
	unseen?: string;
}

const WRITE = 'Only a write would show it, and this check writes nothing.';

/** Every question, in the order of the report. Those of docs/fidelity.md without proof come first. */
export const POINTS = {
	attributeList: {
		question: 'Does getEntityAttributeList describe an entity by its Name?',
		settles: ['`getEntityAttributeList` with `Name` lists', 'Which input does `getEntityAttributeList` take'],
	},
	jsonEmptyElement: {
		question: 'Does an empty element survive in a JSON template?',
		settles: ['An empty element survives in a JSON template', 'Does an empty element survive in a JSON template'],
	},
	headerModifyts: {
		question: 'Does the time stamp of an order keep up with its lines and their statuses?',
		settles: ["The order's `Modifyts` moves", "Does the order's `Modifyts` move"],
	},
	deleteRules: {
		question: 'When may orders and customers be deleted?',
		settles: ['Under which conditions `deleteOrder` works', 'When does Sterling allow `deleteOrder`'],
		unseen: WRITE,
	},
	nameClash: {
		question: 'Does a JSON answer keep an attribute and an element of one name?',
		settles: ['JSON cannot carry an attribute and an element of one name'],
	},
	pageAttributes: {
		question: 'Does the JSON answer of getPage have attributes beside Output?',
		settles: ['Which attributes stand beside `Output`'],
	},
	nextPage: {
		question: 'Does getPage with NEXTPAGE go on after the page before it, in JSON?',
		settles: [],
	},
	roleKey: {
		question: 'Can organizations be filtered by RoleKey?',
		settles: ['Enterprises are found by the role ENTERPRISE', 'Is the filter by `RoleKey`'],
	},
	asyncRequest: {
		question: 'Does createAsyncRequest take an API in JSON?',
		settles: ['`createAsyncRequest` takes an API', 'Does `createAsyncRequest` take an API in JSON'],
		unseen: WRITE,
	},
	emptyAnswers: {
		question: 'Do writes of customers and organizations answer a document?',
		settles: ['`createOrganizationHierarchy`, `modifyOrganizationHierarchy`', 'Do `modifyCustomer` and'],
		unseen: WRITE,
	},
	wrongPassword: {
		question: 'Is YCP0047 the code for a wrong password?',
		settles: ['The code for a wrong password is `YCP0047`', 'Which code does a wrong password give'],
		unseen: 'The login was not refused, and a wrong one is never tried.',
	},
	userToken: {
		question: 'Does the login answer a UserToken?',
		settles: ['`invoke/login` answers `UserToken`'],
	},
	passwordEcho: {
		question: 'Does the answer of the login repeat the password?',
		settles: ['The answer of a login may repeat the password'],
	},
	cookies: {
		question: 'Does the login set cookies that belong to its token?',
		settles: ['On clusters a token may hold on one server only'],
	},
	jwt: {
		question: 'Does the address "jwt" answer a bearer token?',
		settles: ['`GET {root}/restapi/jwt` answers a bearer token'],
	},
	invoke: {
		question: 'Does invoke/{api} answer a plain read?',
		settles: ['Any API is called by `POST {root}/restapi/invoke/{api}`'],
	},
	defaultOutput: {
		question: 'Does the default output of getOrderList lack time stamps or custom fields?',
		settles: ['Default outputs lack keys, time stamps'],
	},
	inlineTemplate: {
		question: 'Does getPage take an inline template?',
		settles: ['`getPage` takes an inline template'],
	},
	xmlEmptyElement: {
		question: 'Does an empty element in an XML template ask for all of it?',
		settles: ['An empty element in a template, such as `<Extn/>`'],
	},
	multiApi: {
		question: 'Does multiApi answer its calls in order?',
		settles: ['`multiApi` runs its calls in one transaction'],
	},
	multiApiJson: { question: 'Does multiApi take JSON?', settles: [] },
	templateKey: {
		question: 'Does _templateKey take the key of a stored template?',
		settles: ['`_templateKey` names a stored template'],
	},
	formats: {
		question: 'Are the formats of request and answer independent?',
		settles: ['Content type and accepted type are independent'],
	},
	singleMembers: {
		question: 'Is a single member of a JSON list an array?',
		settles: ['Single members of a list are arrays mostly'],
	},
	shipmentRoot: {
		question: 'Is the root of the answer of getShipmentList called Shipments?',
		settles: ['The answer of `getShipmentList` has the root'],
	},
	keyOrder: {
		question: 'Are lists read in the order of the key, and after a key?',
		settles: ['Lists are read after the last key'],
	},
	lastRecordSet: {
		question: 'Does LastRecordSet tell that there is more?',
		settles: ['`LastRecordSet` tells whether there is more'],
	},
	rowNumbers: {
		question: 'Does getPage with ROWNUM go from page to page?',
		settles: ['`ROWNUM` is the strategy'],
	},
	orderBy: {
		question: 'Does OrderBy work for shipments and releases?',
		settles: ['`OrderBy` works on APIs'],
	},
	timeFilters: {
		question: 'Can orders be filtered by Createts and Modifyts?',
		settles: ['`Createts` and `Modifyts` can be filtered by'],
	},
	wholeSeconds: {
		question: 'Are time stamps whole seconds with an offset?',
		settles: ['Time stamps have whole seconds', 'Dates are `YYYY-MM-DDTHH:MM:SS`'],
	},
	dynamicAttributes: {
		question: 'Do getEntityCustomAttributeList and getAttributeList answer?',
		settles: ['`getEntityCustomAttributeList` and `getAttributeList` describe'],
	},
} satisfies Record<string, Point>;

export type PointId = keyof typeof POINTS;
