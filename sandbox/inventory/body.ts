import { badRequest } from './refusal';

export type Json = Record<string, unknown>;

/** The body of a request as an object. @throws Refusal for anything else */
export function readObject(body: string): Json {
	const value = parse(body);
	if (typeof value !== 'object' || value === null || Array.isArray(value)) throw badRequest('Invalid message format');
	return value as Json;
}

/** The list under a name of the body. @throws Refusal where there is none, or an entry is no object */
export function readList(holder: Json, name: string): Json[] {
	const list = holder[name];
	const isList = Array.isArray(list) && list.every((entry) => typeof entry === 'object' && entry !== null);
	if (!isList || list.length === 0) throw badRequest(`Badly formed message: ${name} must be a list with an entry.`);
	return list as Json[];
}

/** The body as a list of objects. @throws Refusal for anything else */
export function readArray(body: string): Json[] {
	return readList({ body: parse(body) }, 'body');
}

function parse(body: string): unknown {
	try {
		return JSON.parse(body);
	} catch {
		throw badRequest('Invalid message format');
	}
}

/** A text, empty where none is given. */
export const text = (value: unknown): string => (value === undefined || value === null ? '' : String(value));

/** A text that must be there. @throws Refusal */
export function required(holder: Json, name: string): string {
	const value = text(holder[name]);
	if (value.trim() === '') throw badRequest(`Badly formed message: ${name} is required.`);
	return value;
}

/** A number; numeric text is accepted, too (seen in production callers). @throws Refusal */
export function number(holder: Json, name: string): number {
	const value = holder[name];
	const parsed = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
	if (typeof parsed !== 'number' || !Number.isFinite(parsed)) {
		throw badRequest(`Badly formed message: ${name} must be a number.`);
	}
	return parsed;
}

/** An instant in epoch milliseconds, or the fallback where none is given. @throws Refusal */
export function instant(value: unknown, fallback: number): number {
	if (value === undefined || value === null || value === '') return fallback;
	const time = Date.parse(text(value));
	if (Number.isNaN(time)) throw badRequest(`Badly formed message: ${JSON.stringify(value)} is not a timestamp.`);
	return time;
}

export const iso = (time: number): string => new Date(time).toISOString();
