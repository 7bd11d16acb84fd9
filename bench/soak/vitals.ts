import { readdirSync, readlinkSync } from 'node:fs';
import { getHeapCodeStatistics } from 'node:v8';

/** What a process holds at a moment. Memory in bytes. */
export interface Vitals {
	/** Seconds since the soak began. */
	at: number;
	/** What is alive on the heap, without the code that V8 has compiled. */
	heap: number;
	resident: number;
	/** Where the system tells, Sterling's and those of the process's own channel. */
	sockets: number;
	/** Timers, sockets, pipes and whatever else keeps the event loop busy. */
	handles: number;
	/** Open files, where the system tells. */
	files: number;
	/** Login tokens that are alive in Sterling. */
	tokens: number;
}

/** This process, after a garbage collection (`--expose-gc`). */
export function vitalsOf(at: number, tokens: number): Vitals {
	global.gc?.();
	const { heapUsed, rss } = process.memoryUsage();
	const files = filesOpen();
	return {
		at,
		heap: heapUsed - compiled(),
		resident: rss,
		sockets: files.filter((target) => target.startsWith('socket:')).length,
		handles: process.getActiveResourcesInfo().filter((name) => name !== 'Immediate').length,
		files: files.length,
		tokens,
	};
}

/**
 * Code that V8 has compiled. It grows for as long as functions are found to be worth optimizing, up to what the program
 * can make of it: of the 2.9 MB between two heap snapshots of a soak, after 2 and 5 minutes, it was 2.4 MB, and the
 * program's own objects had become fewer.
 */
function compiled(): number {
	const { code_and_metadata_size: code, bytecode_and_metadata_size: bytecode } = getHeapCodeStatistics();
	return code + bytecode;
}

/** What the open files of this process are; Linux tells, other systems do not. */
function filesOpen(): string[] {
	const folder = '/proc/self/fd';
	try {
		return readdirSync(folder).map((name) => linkOf(`${folder}/${name}`));
	} catch {
		return [];
	}
}

/** Some are closed between being listed and being looked at. */
function linkOf(path: string): string {
	try {
		return readlinkSync(path);
	} catch {
		return '';
	}
}

/** A figure over time: where its trend line begins and ends in the last two thirds of the run. */
interface Trend {
	from: number;
	to: number;
	most: number;
}

/** The first third is for warming up; what grows in the rest would continue growing. */
export function trendOf(samples: Vitals[], of: keyof Vitals): Trend {
	const judged = samples.slice(Math.floor(samples.length / 3));
	const { slope, level } = line(judged.map((sample) => [sample.at, sample[of]]));
	const at = (time: number) => level + slope * time;
	return {
		from: at(judged[0].at),
		to: at(judged[judged.length - 1].at),
		most: Math.max(...judged.map((sample) => sample[of])),
	};
}

/** The straight line with the least squares. */
function line(points: Array<[number, number]>): { slope: number; level: number } {
	const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
	const [x, y] = [mean(points.map(([at]) => at)), mean(points.map(([, value]) => value))];
	const spread = points.reduce((sum, [at]) => sum + (at - x) ** 2, 0);
	const slope = spread === 0 ? 0 : points.reduce((sum, [at, value]) => sum + (at - x) * (value - y), 0) / spread;
	return { slope, level: y - slope * x };
}
