import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import { basename } from 'node:path';

/** A picture is of use in a README only while it is light. */
const HEAVIEST = 150_000;

/** Says how heavy pictures are. */
export function weighed(...paths: string[]): string {
	return paths
		.map((path) => {
			const { size } = statSync(path);
			assert.ok(size <= HEAVIEST, `${basename(path)} has ${size} bytes`);
			return `${basename(path)} ${Math.round(size / 1000)} kB`;
		})
		.join(', ');
}
