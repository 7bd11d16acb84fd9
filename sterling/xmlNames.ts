const NAME = /^[\p{L}_][\p{L}\p{N}\p{M}_.:-]*$/u;
const MAX_KNOWN = 5000;
const known = new Set<string>();

/** Whether XML takes the name for an element or attribute. */
export function isXmlName(name: string): boolean {
	if (known.has(name)) return true;
	if (!NAME.test(name)) return false;
	if (known.size >= MAX_KNOWN) known.clear();
	known.add(name);
	return true;
}
