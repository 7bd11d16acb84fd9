import { ServiceError } from '../../../kit/errors';
import { askedAddress } from '../../../kit/http/askedAddress';
import type { TransportResponse } from '../../../kit/http/transport';
import { fromXml } from '../../../kit/xml';
import { asArray, isElement, type Document, type Value } from '../../../kit/xml/document';
import { ODATA_EXAMPLE } from '../connection';
import type { ODataService } from './service';

/** A table or business activity query that OData exposes. */
export interface EntitySet {
	name: string;
	/** Columns of its key, in order; empty where the metadata name none. */
	key: string[];
	columns: Array<{ name: string; type: string }>;
}

/** All entity sets by name. @throws ServiceError */
export async function readMetadata(service: ODataService): Promise<EntitySet[]> {
	return await service.get('$metadata', '$metadata', (response) => entitySetsIn(response), 'application/xml');
}

/** Reads an EDMX document of OData 4.0 (CSDL). @throws ServiceError `badAnswer` for anything else */
export function entitySetsIn(response: TransportResponse): EntitySet[] {
	let root: string;
	let document: Document;
	try {
		({ root, document } = fromXml(response.body));
	} catch {
		throw foreign(response);
	}
	if (!/(?:^|:)Edmx$/.test(root)) throw foreign(response);
	const schemas = below(below([document], 'DataServices'), 'Schema');
	const types = new Map<string, Document>();
	for (const schema of schemas) {
		for (const type of below([schema], 'EntityType'))
			types.set(`${textOf(schema.Namespace)}.${textOf(type.Name)}`, type);
	}
	const sets = below(below(schemas, 'EntityContainer'), 'EntitySet');
	return sets
		.map((set) => entitySet(textOf(set.Name), types.get(textOf(set.EntityType))))
		.sort((a, b) => (a.name < b.name ? -1 : 1));
}

function entitySet(name: string, type: Document | undefined): EntitySet {
	const own = type ? [type] : [];
	return {
		name,
		key: below(below(own, 'Key'), 'PropertyRef').map((property) => textOf(property.Name)),
		columns: below(own, 'Property').map((property) => ({ name: textOf(property.Name), type: textOf(property.Type) })),
	};
}

function below(documents: readonly Document[], name: string): Document[] {
	return documents.flatMap((document) =>
		Object.entries(document)
			.filter(([member]) => member.replace(/^[\w.-]+:/, '') === name)
			.flatMap(([, value]) => asArray<Value>(value).filter(isElement)),
	);
}

const textOf = (value: Value | undefined): string => (typeof value === 'string' ? value : '');

function foreign(response: TransportResponse): ServiceError {
	return new ServiceError('badAnswer', 'The response to $metadata does not describe an OData service.', {
		httpStatus: response.status,
		api: '$metadata',
		attributes: { ...askedAddress(response) },
		hint: `Check the address of OData. ${ODATA_EXAMPLE}`,
		remedy: { field: 'odata.endpoint' },
		effect: 'unknown',
	});
}
