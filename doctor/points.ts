/** A question about Sterling that a run may answer. Its id is that of the fact in docs/fidelity.md which the answer settles. */
export interface Point {
	question: string;
	/** Why no run can answer it: only a write would. */
	unseen?: string;
}

const WRITE = 'Only a write would show it, and this check writes nothing.';

/** Every question, in the order of the report. Those of docs/fidelity.md without proof come first. */
export const POINTS = {
	attributeList: {
		question: 'Does getEntityAttributeList describe an entity by its Name?',
	},
	jsonEmptyElement: {
		question: 'Does an empty element survive in a JSON template?',
	},
	headerModifyts: {
		question: 'Does the time stamp of an order change with its lines and their statuses?',
	},
	deleteRules: {
		question: 'When may orders and customers be deleted?',
		unseen: WRITE,
	},
	nameClash: {
		question: 'Does a JSON response keep an attribute and an element of one name?',
	},
	pageAttributes: {
		question: 'Does the JSON response of getPage have attributes besides Output?',
	},
	nextPage: {
		question: 'Does getPage with NEXTPAGE continue after the previous page, in JSON?',
	},
	roleKey: {
		question: 'Can organizations be filtered by RoleKey?',
	},
	asyncRequest: {
		question: 'Does createAsyncRequest accept an API in JSON?',
		unseen: WRITE,
	},
	emptyAnswers: {
		question: 'Do writes of customers and organizations return a document?',
		unseen: WRITE,
	},
	wrongPassword: {
		question: 'Is YCP0047 the code for a wrong password?',
		unseen: 'The login was not refused, and a wrong one is never tried.',
	},
	userToken: {
		question: 'Does the login return a UserToken?',
	},
	passwordEcho: {
		question: 'Does the response of the login repeat the password?',
	},
	cookies: {
		question: 'Does the login set cookies that belong to its token?',
	},
	jwt: {
		question: 'Does the address "jwt" return a bearer token?',
	},
	invoke: {
		question: 'Does invoke/{api} respond to a plain read?',
	},
	defaultOutput: {
		question: 'Does the default output of getOrderList lack time stamps or custom fields?',
	},
	inlineTemplate: {
		question: 'Does getPage accept an inline template?',
	},
	xmlEmptyElement: {
		question: 'Does an empty element in an XML template return all of it?',
	},
	multiApi: {
		question: 'Does multiApi return its calls in order?',
	},
	multiApiJson: { question: 'Does multiApi accept JSON?' },
	templateKey: {
		question: 'Does _templateKey accept the key of a stored template?',
	},
	formats: {
		question: 'Are the formats of request and response independent?',
	},
	singleMembers: {
		question: 'Is a single member of a JSON list an array?',
	},
	shipmentRoot: {
		question: 'Is the root of the response of getShipmentList called Shipments?',
	},
	keyOrder: {
		question: 'Are lists read in the order of the key, and after a key?',
	},
	lastRecordSet: {
		question: 'Does LastRecordSet show that there is more?',
	},
	rowNumbers: {
		question: 'Does getPage with ROWNUM go from page to page?',
	},
	orderBy: {
		question: 'Does OrderBy work for shipments and releases?',
	},
	timeFilters: {
		question: 'Can orders be filtered by Createts and Modifyts?',
	},
	wholeSeconds: {
		question: 'Are time stamps whole seconds with an offset?',
	},
	dynamicAttributes: {
		question: 'Do getEntityCustomAttributeList and getAttributeList respond?',
	},
} satisfies Record<string, Point>;

export type PointId = keyof typeof POINTS;
