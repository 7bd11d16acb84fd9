/** Code lists by data element, of 004010 and 005010 together: warehouse documents. */
export const warehouseCodes: Record<string, string> = {
	// Billing Code
	'11': `
	A B C D E F G H J M P Q R S T U V W X Y
	`,
	// Type of Service Code
	'56': `
	AA AI BB CS CY DA DD DR HA HH HL HP LT MC MD NC PH PP RD RE RR
	`,
	// Rate Class Code
	'121': `
	A BHR C CTR DMA DMB DMC E ECR F H I L M N O Q QUO R S T U V X Y
	`,
	// Time Qualifier
	'176': `
	0 1 2 3 4 5 6 7 8 9 A B C CB CE D E ED EP F G H I J K L LD LP M N O P Q R RS S T U V W X Y Z
	`,
	// Hazardous Certification Code
	'272': `
	1 2
	`,
	// Product/Service Condition Code
	'286': `
	01 02 03 04 05 06 07 08 09 ZZ
	`,
	// Allowance or Charge Code
	'340': `
	1 10 100 101 105 106 107 11 110 111 112 113 114 116 117 118 119 12 120 121 13 14 15 16 17 18 19 2 20 21 22 23 24 25
	26 27 28 29 3 30 31 32 33 34 35 4 40 41 42 43 44 45 46 47 48 490 491 499 5 50 501 502 503 504 505 506 507 508 509 51
	510 511 512 513 514 515 516 517 518 519 52 520 521 522 523 524 525 526 527 53 537 54 55 550 560 561 562 565 566 57
	58 6 60 61 62 63 64 65 66 67 68 7 70 75 80 81 88 90 91 92 93 94 95 96 97 990 999
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
	// Shipment Weight Code
	'460': `
	A C D E F G H M N O R S T
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
	// Vent Setting Code
	'1122': `
	A B C D E F Z
	`,
};
