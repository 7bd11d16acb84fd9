/**
 * Whether a page with fewer rows than asked for may be a full one of a server with smaller pages of its own: those have
 * round numbers of rows, in tens, in quarters of a hundred or in powers of two. One row less than asked for is what a
 * server sends that leaves out the end of a range. Who reads on loses nothing, and asks once too often at most.
 */
export function mayBeCut(rows: number, asked: number): boolean {
	if (rows === 0 || rows >= asked) return false;
	const isPowerOfTwo = rows >= 16 && (rows & (rows - 1)) === 0;
	return rows % 10 === 0 || rows % 25 === 0 || isPowerOfTwo || rows === 255 || rows === asked - 1;
}
