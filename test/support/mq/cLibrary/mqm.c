/*
 * A stand-in for the C library of the MQ client (libmqm_r.so): one queue manager with queues in memory, for one process.
 * It lets the real binding be tried where there is no queue manager. Compiled against the headers in the package ibmmq.
 * Units of work belong to a connection. MQM_CHANNEL is the longest message that the channel lets through; a file that
 * MQM_FAULT names holds a verb and the reason code that its next call ends with, and is removed by it.
 */
#include <cmqc.h>
#include <cmqxc.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { QUEUES = 4, HANDLES = 256, CONNECTIONS = 64 };

typedef struct Message {
	struct Message *next;
	struct Message *previous;
	MQMD2 md;
	MQLONG length;
	/* Whether a unit of work took or put it, which queue it is in, and what else the unit holds. */
	int taken;
	int pending;
	struct Queue *queue;
	struct Message *held;
	char *data;
} Message;

typedef struct Queue {
	const char *name;
	Message *first;
	Message *last;
	MQLONG depth;
} Queue;

static Queue queues[QUEUES] = {{"DEV.QUEUE.1"}, {"DEV.QUEUE.2"}, {"DEV.SMALL"}, {"DEV.BACKOUT"}};
static Queue *handles[HANDLES];
static Message *cursors[HANDLES];
static int connected[CONNECTIONS];
static Message *units[CONNECTIONS];
static unsigned char nextId = 1;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

#define DONE(code) do { *pReason = (code); *pCompCode = (code) ? MQCC_FAILED : MQCC_OK; pthread_mutex_unlock(&lock); return; } while (0)
#define WARN(code) do { *pReason = (code); *pCompCode = MQCC_WARNING; pthread_mutex_unlock(&lock); return; } while (0)
#define BEGIN(verb) do { pthread_mutex_lock(&lock); int fault = faultOf(verb); if (fault) DONE(fault); } while (0)
#define CHECK(hconn) do { if ((hconn) < 1 || (hconn) >= CONNECTIONS || !connected[hconn]) DONE(MQRC_HCONN_ERROR); } while (0)

/* The reason code that this call is to end with. A broken connection is gone with its unit of work. */
static int faultOf(const char *verb) {
	const char *path = getenv("MQM_FAULT");
	if (!path || access(path, R_OK) != 0) return 0;
	char wanted[16];
	int code = 0;
	FILE *file = fopen(path, "r");
	if (!file) return 0;
	int read = fscanf(file, "%15s %d", wanted, &code);
	fclose(file);
	if (read != 2 || strcmp(wanted, verb) != 0) return 0;
	unlink(path);
	return code;
}

static MQLONG channelLimit(void) {
	const char *limit = getenv("MQM_CHANNEL");
	return limit ? atoi(limit) : 104857600;
}

static Queue *find(const MQCHAR *name) {
	for (int i = 0; i < QUEUES; i++) {
		size_t length = strlen(queues[i].name);
		if (strncmp(name, queues[i].name, length) == 0 && (name[length] == ' ' || name[length] == 0)) return &queues[i];
	}
	return 0;
}

static void append(Queue *queue, Message *message) {
	message->previous = queue->last;
	if (queue->last) queue->last->next = message;
	else queue->first = message;
	queue->last = message;
	queue->depth++;
}

static void drop(Queue *queue, Message *message) {
	if (message->previous) message->previous->next = message->next;
	else queue->first = message->next;
	if (message->next) message->next->previous = message->previous;
	else queue->last = message->previous;
	queue->depth--;
	for (int i = 1; i < HANDLES; i++) if (cursors[i] == message) cursors[i] = message->previous;
	free(message->data);
	free(message);
}

/* Puts a message into the unit of work of a connection. */
static void hold(int connection, Queue *queue, Message *message) {
	message->queue = queue;
	message->held = units[connection];
	units[connection] = message;
}

/* Ends the unit of work of a connection. */
static void settle(int connection, int commits) {
	Message *next;
	for (Message *message = units[connection]; message; message = next) {
		next = message->held;
		int goes = message->taken ? commits : !commits;
		if (message->taken && !commits) message->md.BackoutCount++;
		message->taken = message->pending = 0;
		if (goes) drop(message->queue, message);
	}
	units[connection] = 0;
}

/* Prints what the connect was given, so that the test sees what arrives at the library. */
static void show(PMQCNO cno) {
	if (!getenv("MQM_SHOW")) return;
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
	BEGIN("MQCONNX");
	if (strncmp(name, "QM1 ", 4) != 0 && strcmp(name, "QM1") != 0) DONE(MQRC_Q_MGR_NAME_ERROR);
	MQSCO *sco = cno->Version >= 4 ? cno->SSLConfigPtr : 0;
	if (sco) {
		char path[MQ_SSL_KEY_REPOSITORY_LENGTH + 1] = {0};
		memcpy(path, sco->KeyRepository, MQ_SSL_KEY_REPOSITORY_LENGTH);
		for (size_t at = strlen(path); at > 0 && path[at - 1] == ' '; at--) path[at - 1] = 0;
		if (access(path, R_OK) != 0) DONE(MQRC_KEY_REPOSITORY_ERROR);
	}
	show(cno);
	for (int i = 1; i < CONNECTIONS; i++) {
		if (connected[i]) continue;
		connected[i] = 1;
		*hconn = i;
		DONE(0);
	}
	DONE(MQRC_MAX_CONNS_LIMIT_REACHED);
}

/* As the queue manager does it, a disconnect commits. */
void MQENTRY MQDISC(PMQHCONN hconn, PMQLONG pCompCode, PMQLONG pReason) {
	BEGIN("MQDISC");
	CHECK(*hconn);
	settle(*hconn, 1);
	connected[*hconn] = 0;
	*hconn = -1;
	DONE(0);
}

void MQENTRY MQOPEN(MQHCONN hconn, PMQVOID od, MQLONG options, PMQHOBJ hobj, PMQLONG pCompCode, PMQLONG pReason) {
	(void)options;
	BEGIN("MQOPEN");
	CHECK(hconn);
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
	(void)options;
	BEGIN("MQCLOSE");
	CHECK(hconn);
	if (*hobj < 1 || *hobj >= HANDLES || !handles[*hobj]) DONE(MQRC_HOBJ_ERROR);
	handles[*hobj] = 0;
	cursors[*hobj] = 0;
	*hobj = -1;
	DONE(0);
}

static MQLONG put(int connection, Queue *queue, MQMD *md, MQPMO *pmo, MQLONG length, void *data) {
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
	if (pmo->Options & MQPMO_SYNCPOINT) {
		message->pending = 1;
		hold(connection, queue, message);
	}
	append(queue, message);
	return 0;
}

void MQENTRY MQPUT(MQHCONN hconn, MQHOBJ hobj, PMQVOID md, PMQVOID pmo, MQLONG length, PMQVOID data, PMQLONG pCompCode, PMQLONG pReason) {
	BEGIN("MQPUT");
	CHECK(hconn);
	MQLONG reason = put(hconn, handles[hobj], md, pmo, length, data);
	DONE(reason);
}

void MQENTRY MQPUT1(MQHCONN hconn, PMQVOID od, PMQVOID md, PMQVOID pmo, MQLONG length, PMQVOID data, PMQLONG pCompCode, PMQLONG pReason) {
	BEGIN("MQPUT1");
	CHECK(hconn);
	MQLONG reason = put(hconn, find(((MQOD *)od)->ObjectName), md, pmo, length, data);
	DONE(reason);
}

void MQENTRY MQGET(MQHCONN hconn, MQHOBJ hobj, PMQVOID pmd, PMQVOID pgmo, MQLONG room, PMQVOID buffer, PMQLONG length, PMQLONG pCompCode,
		PMQLONG pReason) {
	BEGIN("MQGET");
	CHECK(hconn);
	MQMD2 *md = pmd;
	MQGMO *gmo = pgmo;
	Queue *queue = handles[hobj];
	if (room > channelLimit()) DONE(MQRC_DATA_LENGTH_ERROR);
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
	memcpy(md, &message->md, md->Version >= 2 ? sizeof(MQMD2) : sizeof(MQMD1));
	memcpy(buffer, message->data, message->length > room ? room : message->length);
	int isCut = message->length > room;
	if (isCut && !(gmo->Options & MQGMO_ACCEPT_TRUNCATED_MSG)) WARN(MQRC_TRUNCATED_MSG_FAILED);
	if (browses) cursors[hobj] = message;
	else if (gmo->Options & MQGMO_SYNCPOINT) {
		message->taken = 1;
		hold(hconn, queue, message);
	} else drop(queue, message);
	if (isCut) WARN(MQRC_TRUNCATED_MSG_ACCEPTED);
	DONE(0);
}

void MQENTRY MQCMIT(MQHCONN hconn, PMQLONG pCompCode, PMQLONG pReason) {
	BEGIN("MQCMIT");
	CHECK(hconn);
	settle(hconn, 1);
	DONE(0);
}

void MQENTRY MQBACK(MQHCONN hconn, PMQLONG pCompCode, PMQLONG pReason) {
	BEGIN("MQBACK");
	CHECK(hconn);
	settle(hconn, 0);
	DONE(0);
}

void MQENTRY MQINQ(MQHCONN hconn, MQHOBJ hobj, MQLONG count, PMQLONG selectors, MQLONG integers, PMQLONG values, MQLONG room, PMQCHAR text,
		PMQLONG pCompCode, PMQLONG pReason) {
	(void)integers;
	BEGIN("MQINQ");
	CHECK(hconn);
	memset(text, ' ', room);
	char *at = text;
	for (MQLONG i = 0, n = 0; i < count; i++) {
		if (selectors[i] == MQCA_Q_DESC) {
			memcpy(at, "In memory", 9);
			at += MQ_Q_DESC_LENGTH;
		} else if (selectors[i] == MQCA_BACKOUT_REQ_Q_NAME) {
			memcpy(at, "DEV.BACKOUT", 11);
			at += MQ_Q_NAME_LENGTH;
		} else if (selectors[i] == MQIA_CURRENT_Q_DEPTH) values[n++] = handles[hobj]->depth;
		else if (selectors[i] == MQIA_BACKOUT_THRESHOLD) values[n++] = 3;
		else if (selectors[i] == MQIA_MAX_MSG_LENGTH) values[n++] = 4194304;
		else values[n++] = 0;
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
	*pCompCode = MQCC_FAILED;
	*pReason = MQRC_CALLBACK_NOT_REGISTERED;
}

void MQENTRY MQCTL(MQHCONN hconn, MQLONG operation, PMQVOID options, PMQLONG pCompCode, PMQLONG pReason) {
	(void)hconn;
	(void)operation;
	(void)options;
	*pCompCode = MQCC_OK;
	*pReason = 0;
}
