/** Code lists by data element, of 004010 and 005010 together: warehouse documents. */
export const warehouseCodes: Record<string, string> = {
	// Product/Service Condition Code
	'286': `
	01 02 03 04 05 06 07 08 09 ZZ
	`,
	// Date Qualifier
	'432': `
	01 02 03 04 05 06 07 08 09 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32 33 34 35 36 37 38 39
	40 41 42 43 44 45 46 47 48 49 50 51 52 53 54 55 56 57 58 59 60 61 62 63 64 67 68 69 70 71 72 73 74 76 77 78 79 80 81
	82 83 84 85 86 87 88 89 90 91 92 93 94 95 96 97 98 99 AA AB BB BC BD BE BF BG BH BI BJ BK BL BM BN BO BP BQ BR BS BT
	BU BV BW BX BY BZ CA CB CE CL EP FD KA LA LC LD LP PE RS SE TA TR
	`,
	// F.O.B. Point Code
	'433': `
	01 02 03 04
	`,
	// Order Status Code
	'473': `
	A B C D E F G L N R S T X
	`,
	// Reporting Code
	'514': `
	A B C F J K N O P R S X Y
	`,
	// Consolidation Code
	'604': `
	C N W
	`,
	// COD Method of Payment Code
	'625': `
	1 2 3 4
	`,
	// Carrier/Route Change Reason Code
	'890': `
	01 02 03 04 05 06 07 08 09 10 11 12 13 14 15 ZZ
	`,
	// Shipping Date Change Reason Code
	'891': `
	01 02 03 04 05 06 07 08 09 10 11 12 13 14 15 16 17 18 19 ZZ
	`,
	// Line Item Change Reason Code
	'892': `
	01 02 03 04 05 06 07 08 09 10 11 12 13 14 15 16 17 20 21 22 23 24 25 26 27 ZZ
	`,
	// Warehouse Detail Adjustment Identifier
	'893': `
	1 2
	`,
};
