import type { INodeProperties } from 'n8n-workflow';

const NAME = 'advanced';

/**
 * A switch, followed by the fields that most connections do not need. A switch rather than a collection: n8n hides
 * stored secrets from the editor only in fields and fixed collections of the top level. n8n itself drops the values of
 * fields that are not shown, so the defaults apply while the switch is off.
 */
export function advanced(...fields: INodeProperties[]): INodeProperties[] {
	return [
		{
			displayName: 'Advanced Settings',
			name: NAME,
			type: 'boolean',
			default: false,
			description:
				'Whether to show the settings that most connections do not need. While this is off, their defaults apply.',
		},
		...fields.map((field) => ({
			...field,
			displayOptions: { show: { ...field.displayOptions?.show, [NAME]: [true] } },
		})),
	];
}
