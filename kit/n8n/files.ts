import type { IBinaryKeyData, IExecuteFunctions } from 'n8n-workflow';

/** Binary data of one input item, and new files for output items. */
export interface Files {
	/** The bytes of a binary field of the input item. */
	read: (field: string) => Promise<{ bytes: Buffer; fileName?: string; mimeType: string }>;
	/** A file under the name of an output field. */
	write: (field: string, bytes: Buffer, fileName: string, mimeType?: string) => Promise<IBinaryKeyData>;
}

/**
 * The name that a system gives a file, as it may stand in a folder: without a path before it, which nodes that write files
 * would follow, and without control characters.
 */
export function plainFileName(given: string): string {
	const name = (given.split(/[/\\]/).pop() ?? '').replace(/[\0-\x1f\x7f]/g, '').trim();
	return /^\.{0,2}$/.test(name) ? 'file' : name;
}

/** n8n keeps large files on disk or in a bucket, as it is set up; its helpers know where. */
export function filesOf(node: IExecuteFunctions, item: number): Files {
	return {
		async read(field) {
			const { fileName, mimeType } = node.helpers.assertBinaryData(item, field);
			return { bytes: await node.helpers.getBinaryDataBuffer(item, field), fileName, mimeType };
		},
		async write(field, bytes, fileName, mimeType) {
			return { [field]: await node.helpers.prepareBinaryData(bytes, plainFileName(fileName), mimeType) };
		},
	};
}
