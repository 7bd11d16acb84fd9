export { secretsOf } from './authentication';
export { readBody } from './body';
export type { Answer, Call, PreparedRequest } from './call';
export { readCertificates, type Certificates } from './certificates';
export { SterlingClient, type ClientOptions, type SendOptions } from './client';
export { restRoot, type Connection, type TlsSettings } from './connection';
export {
	containerOf,
	discoverCustomFields,
	forgetCustomFields,
	nameOf,
	pairListOf,
	pairOf,
	toFieldId,
	type CustomField,
	type Discovery,
	type EntityName,
} from './customFields';
export { testConnection, type Diagnosis } from './diagnose';
export { asArray, isElement, type Document, type Value } from './document';
export { SterlingError, type ErrorCategory, type ErrorEntry } from './errors';
export { inputRootOf } from './inputRoots';
export { fromJson } from './json';
export { assertApiName, assertServiceName } from './names';
export { fromNetwork } from './networkErrors';
export { normalise } from './normalise';
export { outputRootOf } from './outputRoots';
export type { Page, PagesOptions } from './paging';
export { closeAllPools, pooledTransport, secureOptions } from './pools';
export { proxiesOf } from './proxies';
export { applyConditions, orderBy, type Condition, type Operator } from './query';
export { redactText } from './redact';
export type { Transport, TransportRequest, TransportResponse } from './transport';
export { wrapPage, type PageOptions } from './wrap';
export { fromXml, toXml } from './xml';
