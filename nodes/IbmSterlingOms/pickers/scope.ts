import { ENTITIES, type Entity } from '../../../clients/oms/entities';
import { defined } from '../../../kit/record';
import { RETURN } from '../fields/identity';
import type { Document } from '../../../kit/xml/document';
import type { Editor } from './editor';

/** The first of these that is filled in, at the top or behind "Add Field" or "Add Filter". */
const given = ({ parameter }: Editor, name: string): string =>
	parameter(name) || parameter(`additionalFields.${name}`) || parameter(`filters.${name}`);

/** The document type of what the node works on; `usual` where the credential's is not the one that is meant. */
export const documentTypeOf = (editor: Editor, usual = editor.defaults.documentType): string =>
	given(editor, 'documentType') || usual;

/** The document type of the returns that the node works on. */
export const returnTypeOf = (editor: Editor): string => documentTypeOf(editor, RETURN);

/** The enterprise of what the node works on; undefined where neither the node nor the credential has one. */
export const enterpriseCodeOf = (editor: Editor): string | undefined =>
	given(editor, 'enterpriseCode') || editor.defaults.enterpriseCode;

/** The organization that owns the catalog or the customers. */
export const ownerCodeOf = (editor: Editor): string | undefined =>
	given(editor, 'organizationCode') || enterpriseCodeOf(editor);

/** The enterprise as a filter; empty where there is none. */
export const enterpriseOf = (editor: Editor): Document => defined({ EnterpriseCode: enterpriseCodeOf(editor) });

/** The owning organization as a filter; empty where there is none. */
export const organizationOf = (editor: Editor): Document => defined({ OrganizationCode: ownerCodeOf(editor) });

/** The pipeline whose statuses are wanted: that of the document type. */
export const pipelineOf =
	({ pipelines }: Pick<Entity, 'pipelines'>, typeOf: (editor: Editor) => string = documentTypeOf) =>
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
