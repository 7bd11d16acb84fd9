import type { Line } from '../lib/installN8n';

/** What a check needs that starts n8n by itself, with settings of its own. */
export interface Ground {
	line: Line;
	/** The packed pack. */
	tarball: string;
}
