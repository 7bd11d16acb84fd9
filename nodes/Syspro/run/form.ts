import type { Parameters } from '../../../kit/n8n/parameters';
import { inField, refuse } from '../../../kit/n8n/refusal';
import type { Form } from '../edi';
import { objectIn } from './input';

/**
 * The business form of the parameter Document: as it is, or inside an item of the X12 node.
 * @throws Refusal for a form of another type
 */
export function formIn(parameters: Parameters, types: readonly string[]): Form {
	const given = objectIn(parameters, 'document');
	const inner = given.document;
	const form = (typeof inner === 'object' && inner !== null ? inner : given) as Form;
	const type = form.type;
	if (typeof type === 'string' && types.includes(type)) return form;
	return inField(parameters.label('document'), () =>
		refuse(
			`must be a document of type ${types.join(' or ')}, got ${type === undefined ? 'one without a type' : `"${String(type)}"`}`,
			'Interchange: Read of the X12 EDI node returns it in the field document.',
		),
	);
}
