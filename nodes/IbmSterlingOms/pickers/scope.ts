import { ENTITIES, type Entity } from '../../../clients/oms/entities';
import type { Document } from '../../../kit/xml/document';
import type { Editor } from './search';

/** The first of these that is filled in, at the top or behind "Add Field" or "Add Filter". */
export const given = ({ parameter }: Editor, name: string): string =>
	parameter(name) || parameter(`additionalFields.${name}`) || parameter(`filters.${name}`);

/** The document type of what the node works on. */
export const documentTypeOf = (editor: Editor): string => given(editor, 'documentType') || editor.defaults.documentType;

/** The enterprise of what the node works on; empty where neither the node nor the credential has one. */
export const enterpriseOf = (editor: Editor): Document => {
	const code = given(editor, 'enterpriseCode') || editor.defaults.enterpriseCode;
	return code ? { EnterpriseCode: code } : {};
};

/** The organization that owns the catalog or the customers. */
export const organizationOf = (editor: Editor): Document => {
	const code = given(editor, 'organizationCode') || given(editor, 'enterpriseCode') || editor.defaults.enterpriseCode;
	return code ? { OrganizationCode: code } : {};
};

/** The pipeline whose statuses are wanted: that of the document type. */
export const pipelineOf =
	({ pipelines }: Pick<Entity, 'pipelines'>, typeOf = documentTypeOf) =>
	(editor: Editor): Document => {
		const key = pipelines?.[typeOf(editor)];
		return key ? { ProcessTypeKey: key } : {};
	};

/** The pipeline of orders of the document type. */
export const orderPipeline = pipelineOf(ENTITIES.order);

/**
 * The document that the node works on, as a filter: by its key, or by its number under the name that the list has for
 * it. Undefined where none is chosen yet, or the node works on something else.
 */
export function chosen(
	{ parameter, mode }: Editor,
	{ resource, named, key, number }: { resource: string; named: string; key: string; number: string },
): Document | undefined {
	const value = (parameter('resource') || 'order') === resource ? parameter(named) : '';
	if (value === '') return undefined;
	return mode(named) === 'number' ? { [number]: value } : { [key]: value };
}
