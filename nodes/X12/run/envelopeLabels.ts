import type { Diagnostic } from '../../../edi';
import { isBlank } from '../../../kit/n8n/fields/value';
import type { Parameters } from '../../../kit/n8n/parameters';

/** The parameters that elements of the envelope come from; the second one where the first is not filled in. */
const PARAMETERS: Readonly<Record<string, readonly string[]>> = {
	ISA05: ['senderQualifier'],
	ISA06: ['senderId'],
	ISA07: ['receiverQualifier'],
	ISA08: ['receiverId'],
	ISA12: ['version'],
	GS02: ['options.groupSender', 'senderId'],
	GS03: ['options.groupReceiver', 'receiverId'],
	GS08: ['version'],
};

/** What the editor calls the parameter that a problem of the envelope comes from; undefined for other problems. */
export const envelopeLabels =
	(parameters: Parameters) =>
	({ segment = '', element = 0 }: Diagnostic): string | undefined => {
		const paths = PARAMETERS[`${segment}${String(element).padStart(2, '0')}`] ?? [];
		const path = paths.find((one) => !isBlank(parameters.raw(one))) ?? paths.at(-1);
		return path === undefined ? undefined : parameters.label(path);
	};
