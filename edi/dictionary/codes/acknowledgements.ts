/** Code lists by data element, of 004010 and 005010 together. */
export const acknowledgementCodes: Record<string, string> = {
	// Functional Group Acknowledge Code
	'715': `
	A E M P R W X
	`,
	// Functional Group Syntax Error Code
	'716': `
	1 10 11 12 13 14 15 16 17 18 19 2 20 21 22 23 24 25 26 3 4 5 6
	`,
	// Transaction Set Acknowledgment Code
	'717': `
	A E M R W X
	`,
	// Transaction Set Syntax Error Code
	'718': `
	1 10 11 12 13 15 16 17 18 19 2 20 21 22 23 24 25 26 27 3 4 5 6 7 8 9
	`,
	// Segment Syntax Error Code
	'720': `
	1 2 3 4 5 6 7 8
	`,
	// Data Element Syntax Error Code
	'723': `
	1 10 12 13 2 3 4 5 6 7 8 9
	`,
	// Implementation Transaction Set Syntax Error Code
	'618': `
	1 10 11 12 13 15 16 17 18 19 2 23 24 25 26 27 3 4 5 6 7 8 9 I6
	`,
	// Implementation Segment Syntax Error Code
	'620': `
	1 2 3 4 5 6 7 8 I4 I6 I7 I8 I9
	`,
	// Implementation Data Element Syntax Error Code
	'621': `
	1 10 12 13 2 3 4 5 6 7 8 9 I10 I11 I12 I13 I6 I9
	`,
};
