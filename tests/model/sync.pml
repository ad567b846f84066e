/* SPDX-License-Identifier: Apache-2.0
 *
 * The synchronisation protocol in small: two devices with two operations each, one client, a centre with two workers and an
 * office that imports. Requests and answers are lost, late and doubled; either end is restored from a copy; the client moves
 * out of a portfolio and back; a device's file is put back. check_model.py says what is asked of it, README.md what stands for
 * what.
 *
 *   The right protocol:   spin -DRESTORE | -DSCOPE | -DFORK | (nothing)
 *   A wrong one as well:  -DNAIVE          the number of a commit is taken before the commit
 *                         -DCURSOR_FIRST   the cursor is saved before the rows
 *                         -DNO_DEDUP       an operation is taken each time it comes
 *                         -DNO_CHAIN       a cursor is compared by its number alone
 *                         -DNO_RESEND      what was answered and has not come back is not sent again
 *                         -DRESET_LATE     operations are taken before the cursor is looked at
 *                         -DNO_LEAVE       what left the portfolio is not told
 *                         -DSEQ_DEDUP      an operation is known by its number on the device
 */
#define DEVICES 2
#define OPERATIONS 2 /* of each device */
#define ALL 4
#ifndef COMMITS
#define COMMITS 7
#endif
#ifndef LOSSES
#define LOSSES 1
#endif
#ifndef COPIES
#define COPIES 1
#endif
#define OFFICE ALL /* what a commit of the office carries in place of an operation */
#define BIT(n) (1 << (n))

/* ---- the centre, on its disk -------------------------------------------------------------------------------------------- */
byte head;                   /* the last commit */
byte chain[COMMITS + 1];     /* of each commit: no two ever made are equal */
byte rows[COMMITS + 1];      /* the row each commit wrote, as a bit */
bool committed[COMMITS + 1];
byte effect[ALL];            /* operation log: the commit an operation took effect in; 0 = unknown */
byte highest[DEVICES];       /* device_seq taken so far */
byte lastChain;              /* outside the database: no restore takes it back */
bool inScope[DEVICES] = true;
byte entered[DEVICES];       /* commit at which the client came (back) into the portfolio */
byte exited[DEVICES];          /* commit at which it left */

/* ---- the devices, on their disks ---------------------------------------------------------------------------------------- */
#define UNBORN 0
#define WAITING 1
#define ANSWERED 2
#define GONE 3 /* the file that knew it was replaced by an older one */
byte state[ALL];
byte seqOf[ALL];      /* device_seq */
byte answer[ALL];     /* the commit the centre named */
byte nextSeq[DEVICES] = 1;
byte cursor[DEVICES];
byte cursorChain[DEVICES];
byte have[DEVICES];   /* rows held, as bits */
bool scopeSeen[DEVICES] = true;

/* ---- faults left -------------------------------------------------------------------------------------------------------- */
byte losses = LOSSES;
byte copies = COPIES;
bool restored, forked;
byte officeWork = 1;
byte moves = 2;

/* ---- on the way --------------------------------------------------------------------------------------------------------- */
#define IDLE 0
#define ASKED 1
#define TAKEN 2    /* a worker has it */
#define REPLIED 3
byte exchange[DEVICES];
byte asked[DEVICES];      /* operations of the request, as bits */
byte askedCursor[DEVICES];
byte askedChain[DEVICES];
bool replyReset[DEVICES];
bool replyForked[DEVICES];
bool replyScope[DEVICES];
bool replyLeave[DEVICES];
bool replyComplete[DEVICES];
byte replyRows[DEVICES];
byte replyCursor[DEVICES];
byte replyChain[DEVICES];
byte replyEffect[ALL];
byte lateOps[DEVICES];    /* a copy of an earlier request, still on its way */
byte lateCursor[DEVICES];
byte lateChain[DEVICES];
bool late[DEVICES];

bool centreLocked;        /* the head row */

#define first(d) ((d) * OPERATIONS)

/* Rows that a device at commit `c` of this history must hold. */
inline prefix(c, result)
{
    result = 0;
    p = 1;
    do
    :: p <= c -> if :: committed[p] -> result = result | rows[p] :: else fi; p++
    :: else -> break
    od
}

/* I-4, I-6, I-9: a device whose cursor is of this history holds exactly what lies before it. */
inline checkDevice(d)
{
    if
    :: cursor[d] > 0 && cursor[d] <= head && chain[cursor[d]] == cursorChain[d] ->
        prefix(cursor[d], expected);
        if
        :: scopeSeen[d] -> assert(have[d] == expected)
        :: else -> assert(have[d] == 0)
        fi
    :: else
    fi
}

inline checkDevices()
{
    k = 0;
    do :: k < DEVICES -> checkDevice(k); k++ :: else -> break od;
    k = 0
}

/* I-2: no operation has two effects in one history. */
inline checkOnce()
{
    k = 1; expected = 0;
    do
    :: k <= head ->
        if
        :: committed[k] && rows[k] != BIT(OFFICE) -> assert((expected & rows[k]) == 0); expected = expected | rows[k]
        :: else
        fi;
        k++
    :: else -> break
    od;
    k = 0; expected = 0
}

inline commit(row)
{
    head++; lastChain++;
    chain[head] = lastChain; rows[head] = row; committed[head] = true
}

inline cursorFits(c, h, result)
{
#ifdef NO_CHAIN
    result = (c <= head)
#else
    result = (c == 0 || (c <= head && chain[c] == h))
#endif
}

/* The operations of a request, in their order, in one transaction. `fork` = the device's file is a copy. */
inline takeOperations(d, ops, fork)
{
    fork = false;
    i = first(d);
    do
    :: i < first(d) + OPERATIONS ->
        if
        :: (ops & BIT(i)) && !fork ->
            if
#ifdef SEQ_DEDUP
            :: seqOf[i] <= highest[d] -> skip
#else
#ifndef NO_DEDUP
            :: effect[i] != 0 -> skip
#endif
            :: effect[i] == 0 && seqOf[i] <= highest[d] -> fork = true
#endif
            :: else ->
                if
                :: head < COMMITS ->
                    commit(BIT(i)); effect[i] = head;
                    if :: highest[d] < seqOf[i] -> highest[d] = seqOf[i] :: else fi
                :: else
                fi
            fi
        :: else
        fi;
        i++
    :: else -> break
    od;
    i = 0
}

inline answerFor(d)
{
    if
    :: fork -> assert(forked); replyForked[d] = true /* a copy is never seen where there is none: it costs a new enrolment */
    :: else ->
        i = first(d);
        do
        :: i < first(d) + OPERATIONS ->
#ifdef SEQ_DEDUP
            if :: (asked[d] & BIT(i)) && seqOf[i] <= highest[d] -> replyEffect[i] = head :: else -> replyEffect[i] = 0 fi;
#else
            replyEffect[i] = effect[i];
#endif
            i++
        :: else -> break
        od;
        i = 0;
        replyCursor[d] = head; replyChain[d] = chain[head];
        replyRows[d] = 0; replyScope[d] = inScope[d]; replyLeave[d] = false; replyComplete[d] = false;
        if
        :: inScope[d] ->
            replyComplete[d] = (askedCursor[d] == 0 || entered[d] > askedCursor[d]);
            p = 1;
            do
            :: p <= head ->
                if
                :: committed[p] && (replyComplete[d] || p > askedCursor[d]) -> replyRows[d] = replyRows[d] | rows[p]
                :: else
                fi;
                p++
            :: else -> break
            od;
            p = 0
        :: else ->
#ifndef NO_LEAVE
            replyLeave[d] = (exited[d] > askedCursor[d])
#endif
            skip
        fi
    fi
}

/* ---- a worker of the centre ---------------------------------------------------------------------------------------------- */
proctype Worker()
{
    byte d, i, k, p, expected, number;
    bool fork, fits;
end:
    do
    /* a request, taken in one transaction under the head row */
    :: atomic { exchange[0] == ASKED && !centreLocked -> d = 0; exchange[0] = TAKEN; goto serve }
    :: atomic { exchange[1] == ASKED && !centreLocked -> d = 1; exchange[1] = TAKEN; goto serve }
    /* a copy that comes late: its answer finds nobody waiting */
    :: atomic { late[0] && !centreLocked -> d = 0; goto serveLate }
    :: atomic { late[1] && !centreLocked -> d = 1; goto serveLate }
    od;

serveLate:
    skip;
    d_step {
        late[d] = false;
        cursorFits(lateCursor[d], lateChain[d], fits);
#ifdef RESET_LATE
        takeOperations(d, lateOps[d], fork);
#else
        if :: fits -> takeOperations(d, lateOps[d], fork) :: else fi;
#endif
        checkOnce(); checkDevices();
        lateOps[d] = 0; lateCursor[d] = 0; lateChain[d] = 0; fork = false; fits = false; d = 0
    }
    goto end;

serve:
    skip;
#ifdef NAIVE
    /* The number first, the commit when the transaction ends; another worker may commit a later number meanwhile. */
    i = first(d);
    do
    :: i < first(d) + OPERATIONS ->
        if
        :: atomic { (asked[d] & BIT(i)) && effect[i] == 0 && head < COMMITS ->
            head++; number = head; lastChain++; chain[number] = lastChain; rows[number] = BIT(i); effect[i] = number }
            d_step { committed[number] = true; checkOnce(); checkDevices() }
        :: else
        fi;
        i++
    :: else -> break
    od;
    i = 0;
#endif
    d_step {
        if
        :: exchange[d] == TAKEN ->
            cursorFits(askedCursor[d], askedChain[d], fits);
            fork = false; replyForked[d] = false; replyReset[d] = false;
#if !defined(NAIVE)
            if :: fits -> takeOperations(d, asked[d], fork)
            :: else ->
#ifdef RESET_LATE
                takeOperations(d, asked[d], fork)
#else
                skip
#endif
            fi;
#endif
            checkOnce();
            if
            :: !fits -> replyReset[d] = true
            :: else -> answerFor(d)
            fi;
            checkDevices();
            exchange[d] = REPLIED
        :: else
        fi;
        fork = false; fits = false; number = 0; d = 0
    }
    goto end
}

/* ---- the office: imports, moves the client, restores the centre ----------------------------------------------------------- */
proctype Office()
{
    byte k, p, expected, to;
end:
    do
    :: d_step { officeWork > 0 && head < COMMITS && !centreLocked -> officeWork--; commit(BIT(OFFICE)); checkDevices() }
#ifdef SCOPE
    :: d_step { moves > 0 && head < COMMITS && inScope[1] ->
            moves--; head++; lastChain++; chain[head] = lastChain; committed[head] = true; rows[head] = 0;
            inScope[1] = false; exited[1] = head; checkDevices() }
    :: d_step { moves > 0 && head < COMMITS && !inScope[1] ->
            moves--; head++; lastChain++; chain[head] = lastChain; committed[head] = true; rows[head] = 0;
            inScope[1] = true; entered[1] = head; checkDevices() }
#endif
#ifdef RESTORE
    /* From a copy of an earlier commit. Who was being answered hears nothing. */
    :: atomic { !restored && head > 0 && exchange[0] != TAKEN && exchange[1] != TAKEN ->
            restored = true;
            to = 0;
            do :: to < head - 1 -> to++ :: break od;
            d_step {
                k = to + 1;
                do :: k <= COMMITS -> committed[k] = false; rows[k] = 0; chain[k] = 0; k++ :: else -> break od;
                head = to;
                highest[0] = 0; highest[1] = 0;
                k = 0;
                do
                :: k < ALL ->
                    if :: effect[k] > to -> effect[k] = 0 :: else fi;
                    if
                    :: effect[k] != 0 && highest[k / OPERATIONS] < seqOf[k] -> highest[k / OPERATIONS] = seqOf[k]
                    :: else
                    fi;
                    k++
                :: else -> break
                od;
                k = 0; to = 0
            } }
#endif
    od
}

/* ---- a device -------------------------------------------------------------------------------------------------------------- */
#ifdef NO_RESEND
#define toSend(o) (state[o] == WAITING)
#else
#define toSend(o) (state[o] == WAITING || (state[o] == ANSWERED && answer[o] > cursor[(o) / OPERATIONS]))
#endif

proctype Device(byte d)
{
    byte i, k, p, expected;
end:
    do
    /* a person notes something */
    :: d_step { state[first(d)] == UNBORN -> state[first(d)] = WAITING; seqOf[first(d)] = nextSeq[d]; nextSeq[d]++ }
    :: d_step { (state[first(d)] != UNBORN) && state[first(d) + 1] == UNBORN ->
            state[first(d) + 1] = WAITING; seqOf[first(d) + 1] = nextSeq[d]; nextSeq[d]++ }

    :: d_step { exchange[d] == IDLE && (toSend(first(d)) || toSend(first(d) + 1) || cursor[d] != head || cursorChain[d] != chain[head]) ->
            asked[d] = 0; i = first(d);
            do
            :: i < first(d) + OPERATIONS ->
                if :: toSend(i) -> state[i] = WAITING; answer[i] = 0; asked[d] = asked[d] | BIT(i) :: else fi;
                i++
            :: else -> break
            od;
            i = 0;
            askedCursor[d] = cursor[d]; askedChain[d] = cursorChain[d];
            exchange[d] = ASKED }

    /* lost on the way there or back; or, the program killed while it waited */
    :: d_step { losses > 0 && (exchange[d] == ASKED || exchange[d] == REPLIED) -> losses--; exchange[d] = IDLE }
    /* doubled: one copy comes later */
    :: d_step { copies > 0 && exchange[d] == ASKED && !late[d] ->
            copies--; late[d] = true; lateOps[d] = asked[d]; lateCursor[d] = askedCursor[d]; lateChain[d] = askedChain[d] }

    :: atomic { exchange[d] == REPLIED ->
            if
            :: replyForked[d] ->
                d_step {
                    /* another device id: its numbers start anew, the ids of the operations stay */
                    highest[d] = 0; nextSeq[d] = 1; i = first(d);
                    do
                    :: i < first(d) + OPERATIONS ->
                        if
                        :: state[i] == ANSWERED || state[i] == WAITING ->
                            state[i] = WAITING; answer[i] = 0; seqOf[i] = nextSeq[d]; nextSeq[d]++
                        :: else
                        fi;
                        i++
                    :: else -> break
                    od;
                    i = 0; cursor[d] = 0; cursorChain[d] = 0; have[d] = 0; scopeSeen[d] = true
                }
            :: !replyForked[d] && replyReset[d] ->
                d_step {
                    cursor[d] = 0; cursorChain[d] = 0; have[d] = 0; scopeSeen[d] = true; i = first(d);
                    do
                    :: i < first(d) + OPERATIONS -> if :: state[i] == ANSWERED -> state[i] = WAITING; answer[i] = 0 :: else fi; i++
                    :: else -> break
                    od;
                    i = 0
                }
            :: else ->
                d_step { /* the answers, in a transaction of their own */
                    i = first(d);
                    do
                    :: i < first(d) + OPERATIONS ->
                        if
                        :: (asked[d] & BIT(i)) && state[i] == WAITING && replyEffect[i] != 0 -> state[i] = ANSWERED; answer[i] = replyEffect[i]
                        :: else
                        fi;
                        i++
                    :: else -> break
                    od;
                    i = 0
                }
                if
                :: losses > 0 -> losses--; exchange[d] = IDLE; goto end /* cut there, or killed */
                :: skip
                fi;
#ifdef CURSOR_FIRST
                d_step { cursor[d] = replyCursor[d]; cursorChain[d] = replyChain[d] };
                if
                :: losses > 0 -> losses--; exchange[d] = IDLE; goto end /* killed between the two */
                :: skip
                fi;
#endif
                d_step { /* the page and its cursor, in one */
                    cursor[d] = replyCursor[d]; cursorChain[d] = replyChain[d];
                    if
                    :: replyLeave[d] -> have[d] = 0
                    :: !replyLeave[d] && replyComplete[d] -> have[d] = replyRows[d]
                    :: else -> have[d] = have[d] | replyRows[d]
                    fi;
                    scopeSeen[d] = replyScope[d];
                    checkDevice(d)
                }
            fi;
            d_step { exchange[d] = IDLE; replyReset[d] = false; replyForked[d] = false } }

#ifdef FORK
    /* The file of device 0 is put back to what it was before its first operation, which the centre has. */
    :: d_step { d == 0 && !forked && state[0] != UNBORN && state[1] == UNBORN && effect[0] != 0 && exchange[0] != TAKEN ->
            forked = true; state[0] = GONE; nextSeq[0] = 1; cursor[0] = 0; cursorChain[0] = 0; have[0] = 0;
            exchange[0] = IDLE; replyReset[0] = false; replyForked[0] = false }
#endif
    od
}

/* ---- what must hold when nothing moves any more -------------------------------------------------------------------------- */
/* Everybody waits: no request on its way, nothing to send, every cursor at the head. Spin finds such states as "timeout". */
proctype Judge()
{
    byte k, p, expected, o;
    timeout ->
    d_step {
        assert(exchange[0] == IDLE && exchange[1] == IDLE);
        o = 0;
        do
        :: o < ALL ->
            /* I-1, I-17: what was noted, and is still known to its device, is in the ledger of the centre */
            if :: state[o] != UNBORN && state[o] != GONE && head < COMMITS -> assert(state[o] == ANSWERED && effect[o] != 0) :: else fi;
            o++
        :: else -> break
        od;
        /* I-7: every replica is the centre's, within its scope */
        checkDevices();
        k = 0;
        do
        :: k < DEVICES ->
            assert(cursor[k] == head && cursorChain[k] == chain[head]);
            assert(scopeSeen[k] == inScope[k]);
            k++
        :: else -> break
        od
    }
}

init
{
    atomic {
#ifdef SMALL
        state[ALL - 1] = GONE; /* device 1 has one operation */
#endif
        run Office(); run Worker();
#ifdef NAIVE
        run Worker();
#endif
        run Device(0); run Device(1); run Judge()
    }
}
