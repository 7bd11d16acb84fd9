import type { ILoadOptionsFunctions } from 'n8n-workflow';

/**
 * Plain text of a parameter, of a picker or of a collection's entry. Read without n8n's extractValue, which fails for
 * parameters that are not shown; what is still an expression says nothing.
 */
export function parameterOf(context: ILoadOptionsFunctions, name: string): string {
	const stored = context.getCurrentNodeParameter(name) as unknown;
	const value = typeof stored === 'object' && stored !== null && 'value' in stored ? stored.value : stored;
	return typeof value === 'string' && !value.startsWith('=') ? value.trim() : '';
}

/** The way in which a picker is filled in; empty for other parameters. */
export function modeOf(context: ILoadOptionsFunctions, name: string): string {
	const stored = context.getCurrentNodeParameter(name) as unknown;
	return typeof stored === 'object' && stored !== null && 'mode' in stored ? String(stored.mode) : '';
}
