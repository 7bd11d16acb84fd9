/*
 * A stand-in for the C library of the MQ client (libmqm_r.so): one queue manager with queues in memory, for one process.
 * It lets the real binding be tried where there is no queue manager. Compiled against the headers in the package ibmmq.
 */
#include <cmqc.h>
#include <cmqxc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { QUEUES = 3, HANDLES = 64 };

typedef struct Message {
	struct Message *next;
	MQMD2 md;
	MQLONG length;
	int taken;
	int pending;
	char *data;
} Message;

typedef struct {
	const char *name;
	Message *first;
} Queue;

static Queue queues[QUEUES] = {{"DEV.QUEUE.1", 0}, {"DEV.QUEUE.2", 0}, {"DEV.SMALL", 0}};
static Queue *handles[HANDLES];
static Message *cursors[HANDLES];
static unsigned char nextId = 1;

#define DONE(code) do { *pReason = (code); *pCompCode = (code) ? MQCC_FAILED : MQCC_OK; return; } while (0)

static Queue *find(const MQCHAR *name) {
	for (int i = 0; i < QUEUES; i++) {
		size_t length = strlen(queues[i].name);
		if (strncmp(name, queues[i].name, length) == 0 && (length == 48 || name[length] == ' ' || name[length] == 0)) return &queues[i];
	}
	return 0;
}

static void append(Queue *queue, Message *message) {
	Message **end = &queue->first;
	while (*end) end = &(*end)->next;
	*end = message;
}

/* Prints what the connect was given, so that the test sees what arrives at the library. */
static void show(PMQCNO cno) {
	MQCD *cd = cno->ClientConnPtr;
	MQSCO *sco = cno->Version >= 4 ? cno->SSLConfigPtr : 0;
	MQCSP *csp = cno->Version >= 5 ? cno->SecurityParmsPtr : 0;
	printf("channel %.20s|%.40s|%d|%d|%d|%.32s\n", cd->ChannelName, cd->ConnectionName, cd->MaxMsgLength, cd->SharingConversations,
			cd->HeartbeatInterval, cd->SSLCipherSpec);
	if (csp) printf("user %.*s\n", csp->CSPUserIdLength, (char *)csp->CSPUserIdPtr);
	if (sco) printf("keys %s\n", strstr(sco->KeyRepository, "keys.p12") ? "keys.p12" : "none");
	fflush(stdout);
}

void MQENTRY MQCONNX(PMQCHAR name, PMQCNO cno, PMQHCONN hconn, PMQLONG pCompCode, PMQLONG pReason) {
	*hconn = -1;
	if (strncmp(name, "QM1 ", 4) != 0 && strcmp(name, "QM1") != 0) DONE(MQRC_Q_MGR_NAME_ERROR);
	MQSCO *sco = cno->Version >= 4 ? cno->SSLConfigPtr : 0;
	if (sco) {
		char path[MQ_SSL_KEY_REPOSITORY_LENGTH + 1] = {0};
		memcpy(path, sco->KeyRepository, MQ_SSL_KEY_REPOSITORY_LENGTH);
		for (size_t at = strlen(path); at > 0 && path[at - 1] == ' '; at--) path[at - 1] = 0;
		if (access(path, R_OK) != 0) DONE(MQRC_KEY_REPOSITORY_ERROR);
	}
	show(cno);
	*hconn = 1;
	DONE(0);
}

void MQENTRY MQDISC(PMQHCONN hconn, PMQLONG pCompCode, PMQLONG pReason) {
	*hconn = -1;
	DONE(0);
}

void MQENTRY MQOPEN(MQHCONN hconn, PMQVOID od, MQLONG options, PMQHOBJ hobj, PMQLONG pCompCode, PMQLONG pReason) {
	(void)hconn;
	(void)options;
	Queue *queue = find(((MQOD *)od)->ObjectName);
	if (!queue) DONE(MQRC_UNKNOWN_OBJECT_NAME);
	for (int i = 1; i < HANDLES; i++) {
		if (handles[i]) continue;
		handles[i] = queue;
		cursors[i] = 0;
		*hobj = i;
		DONE(0);
	}
	DONE(MQRC_HANDLE_NOT_AVAILABLE);
}

void MQENTRY MQCLOSE(MQHCONN hconn, PMQHOBJ hobj, MQLONG options, PMQLONG pCompCode, PMQLONG pReason) {
	(void)hconn;
	(void)options;
	if (*hobj < 1 || *hobj >= HANDLES || !handles[*hobj]) DONE(MQRC_HOBJ_ERROR);
	handles[*hobj] = 0;
	*hobj = -1;
	DONE(0);
}

static MQLONG put(Queue *queue, MQMD *md, MQPMO *pmo, MQLONG length, void *data) {
	if (!queue) return MQRC_UNKNOWN_OBJECT_NAME;
	if (strcmp(queue->name, "DEV.SMALL") == 0 && length > 100) return MQRC_MSG_TOO_BIG_FOR_Q;
	Message *message = calloc(1, sizeof *message);
	memcpy(&message->md, md, md->Version >= 2 ? sizeof(MQMD2) : sizeof(MQMD1));
	if (pmo->Options & MQPMO_NEW_MSG_ID) {
		memset(message->md.MsgId, nextId++, sizeof message->md.MsgId);
		memcpy(md->MsgId, message->md.MsgId, sizeof md->MsgId);
	}
	memcpy(message->md.PutDate, "20260115", 8);
	memcpy(message->md.PutTime, "09300000", 8);
	message->md.BackoutCount = 0;
	message->length = length;
	message->data = malloc(length + 1);
	memcpy(message->data, data, length);
	message->pending = (pmo->Options & MQPMO_SYNCPOINT) != 0;
	append(queue, message);
	return 0;
}

void MQENTRY MQPUT(MQHCONN hconn, MQHOBJ hobj, PMQVOID md, PMQVOID pmo, MQLONG length, PMQVOID data, PMQLONG pCompCode, PMQLONG pReason) {
	(void)hconn;
	MQLONG reason = put(handles[hobj], md, pmo, length, data);
	DONE(reason);
}

void MQENTRY MQPUT1(MQHCONN hconn, PMQVOID od, PMQVOID md, PMQVOID pmo, MQLONG length, PMQVOID data, PMQLONG pCompCode, PMQLONG pReason) {
	(void)hconn;
	MQLONG reason = put(find(((MQOD *)od)->ObjectName), md, pmo, length, data);
	DONE(reason);
}

void MQENTRY MQGET(MQHCONN hconn, MQHOBJ hobj, PMQVOID pmd, PMQVOID pgmo, MQLONG room, PMQVOID buffer, PMQLONG length, PMQLONG pCompCode,
		PMQLONG pReason) {
	(void)hconn;
	MQMD2 *md = pmd;
	MQGMO *gmo = pgmo;
	Queue *queue = handles[hobj];
	int browses = (gmo->Options & (MQGMO_BROWSE_FIRST | MQGMO_BROWSE_NEXT)) != 0;
	Message *message = (gmo->Options & MQGMO_BROWSE_NEXT) && cursors[hobj] ? cursors[hobj]->next : queue->first;
	for (; message; message = message->next) {
		if (message->taken || message->pending) continue;
		if ((gmo->MatchOptions & MQMO_MATCH_MSG_ID) && memcmp(md->MsgId, message->md.MsgId, 24) != 0) continue;
		if ((gmo->MatchOptions & MQMO_MATCH_CORREL_ID) && memcmp(md->CorrelId, message->md.CorrelId, 24) != 0) continue;
		break;
	}
	if (!message) DONE(MQRC_NO_MSG_AVAILABLE);
	*length = message->length;
	if (message->length > room) {
		*pCompCode = MQCC_WARNING;
		*pReason = MQRC_TRUNCATED_MSG_FAILED;
		return;
	}
	memcpy(md, &message->md, md->Version >= 2 ? sizeof(MQMD2) : sizeof(MQMD1));
	memcpy(buffer, message->data, message->length);
	if (browses) cursors[hobj] = message;
	else message->taken = (gmo->Options & MQGMO_SYNCPOINT) ? 1 : 2;
	DONE(0);
}

static void settle(int commits) {
	for (int i = 0; i < QUEUES; i++) {
		Message **at = &queues[i].first;
		while (*at) {
			Message *message = *at;
			int gone = message->taken == 2 || (commits ? message->taken : message->pending);
			if (gone) {
				*at = message->next;
				free(message->data);
				free(message);
				continue;
			}
			if (message->taken) message->md.BackoutCount++;
			message->taken = 0;
			message->pending = 0;
			at = &message->next;
		}
	}
}

void MQENTRY MQCMIT(MQHCONN hconn, PMQLONG pCompCode, PMQLONG pReason) {
	(void)hconn;
	settle(1);
	DONE(0);
}

void MQENTRY MQBACK(MQHCONN hconn, PMQLONG pCompCode, PMQLONG pReason) {
	(void)hconn;
	settle(0);
	DONE(0);
}

void MQENTRY MQINQ(MQHCONN hconn, MQHOBJ hobj, MQLONG count, PMQLONG selectors, MQLONG integers, PMQLONG values, MQLONG room, PMQCHAR text,
		PMQLONG pCompCode, PMQLONG pReason) {
	(void)hconn;
	(void)integers;
	memset(text, ' ', room);
	char *at = text;
	for (MQLONG i = 0, n = 0; i < count; i++) {
		if (selectors[i] == MQCA_Q_DESC) {
			memcpy(at, "In memory", 9);
			at += MQ_Q_DESC_LENGTH;
		} else if (selectors[i] == MQCA_BACKOUT_REQ_Q_NAME) {
			memcpy(at, "DEV.QUEUE.2", 11);
			at += MQ_Q_NAME_LENGTH;
		} else {
			MQLONG depth = 0;
			for (Message *message = handles[hobj]->first; message; message = message->next) depth += message->taken != 2;
			values[n++] = selectors[i] == MQIA_CURRENT_Q_DEPTH ? depth : selectors[i] == MQIA_BACKOUT_THRESHOLD ? 3 : 0;
		}
	}
	DONE(0);
}

/* The binding ends consumers when it closes a queue, although there are none. */
void MQENTRY MQCB(MQHCONN hconn, MQLONG operation, PMQVOID cbd, MQHOBJ hobj, PMQVOID md, PMQVOID gmo, PMQLONG pCompCode, PMQLONG pReason) {
	(void)hconn;
	(void)operation;
	(void)cbd;
	(void)hobj;
	(void)md;
	(void)gmo;
	DONE(MQRC_CALLBACK_NOT_REGISTERED);
}

void MQENTRY MQCTL(MQHCONN hconn, MQLONG operation, PMQVOID options, PMQLONG pCompCode, PMQLONG pReason) {
	(void)hconn;
	(void)operation;
	(void)options;
	DONE(0);
}
