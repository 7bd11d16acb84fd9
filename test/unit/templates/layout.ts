import type { INode } from 'n8n-workflow';

/** What a node takes on the canvas, in n8n's pixels. */
export interface Box {
	name: string;
	x: number;
	y: number;
	width: number;
	height: number;
}

/** A node is 96 wide and high; below it stands its name, mostly in one line. A note says its size itself. */
export function boxOf({ name, position, parameters }: INode, isNote: boolean): Box {
	const [x, y] = position;
	if (!isNote) return { name, x, y, width: 96, height: 130 };
	return { name, x, y, width: Number(parameters.width ?? 240), height: Number(parameters.height ?? 160) };
}

/** Whether two boxes share any spot. */
export function overlap(one: Box, other: Box): boolean {
	const apart = (start: number, size: number, otherStart: number, otherSize: number) =>
		start + size <= otherStart || otherStart + otherSize <= start;
	return !apart(one.x, one.width, other.x, other.width) && !apart(one.y, one.height, other.y, other.height);
}
