/* A PKCS#11 module between the program and a real one: it writes down what is asked,
   and misbehaves on request.

   SPY_MODULE  the real module
   SPY_LOG     file to which the name of each watched function is appended
   SPY_DO      what to do instead, "name=deed" separated by commas, where deed is
               crash, hang, or the return code in hexadecimal, and flags=hex adds to
               the flags of every token, after=hex once a PIN was given, serial=x
               gives every token the same number, mechanism=hex refuses that one.

   SPY_AFTER   so many signatures are made well before any deed is done

   Needs no headers: the few things used are declared here. */

typedef unsigned long CK_ULONG;
typedef CK_ULONG CK_RV;
typedef CK_RV (*Function)();
struct list { unsigned char version[2]; Function at[68]; };
struct token_info { char texts[96]; CK_ULONG flags; };

enum { INITIALIZE = 0, GET_SLOT_LIST = 4, GET_TOKEN_INFO = 6, OPEN_SESSION = 12, LOGIN = 18,
       SIGN_INIT = 42, SIGN = 43 };

extern char *getenv(const char *);
extern void *dlopen(const char *, int);
extern void *dlsym(void *, const char *);
extern int open(const char *, int, ...);
extern long write(int, const void *, CK_ULONG);
extern int close(int);
extern CK_ULONG strlen(const char *);
extern char *strstr(const char *, const char *);
extern CK_ULONG strtoul(const char *, char **, int);
extern unsigned sleep(unsigned);
extern void abort(void);

static struct list real, ours;
static int tried;
static CK_ULONG begun;

static const char *deed(const char *name) {
    const char *all = getenv("SPY_DO"), *found;
    const char *after = getenv("SPY_AFTER");
    if (!all) return 0;
    if (after && begun <= strtoul(after, 0, 10)) return 0;
    found = strstr(all, name);
    return found && found[strlen(name)] == '=' ? found + strlen(name) + 1 : 0;
}

static void note(const char *name) {
    const char *path = getenv("SPY_LOG");
    int file = path ? open(path, 02001 | 0100, 0600) : -1;
    if (file < 0) return;
    write(file, name, strlen(name));
    write(file, "\n", 1);
    close(file);
}

/* Return whether the real function is to be asked; if not, *answer is the answer. */
static int watched(const char *name, CK_RV *answer) {
    const char *what;
    note(name);
    what = deed(name);
    if (!what) return 1;
    if (what[0] == 'c' && what[1] == 'r') abort();
    if (what[0] == 'h') for (;;) sleep(1);
    *answer = strtoul(what, 0, 16);
    return 0;
}

static CK_RV initialize(void *a) {
    CK_RV r;
    write(1, "the vendor greets you\n", 22);
    return watched("C_Initialize", &r) ? real.at[INITIALIZE](a) : r;
}
static CK_RV get_slot_list(unsigned char a, void *b, void *c) {
    CK_RV r;
    return watched("C_GetSlotList", &r) ? real.at[GET_SLOT_LIST](a, b, c) : r;
}
static CK_RV get_token_info(CK_ULONG a, struct token_info *info) {
    CK_RV r = real.at[GET_TOKEN_INFO](a, info);
    const char *more = deed("flags"), *after = deed("after"), *same = deed("serial");
    int at;
    if (!r && more) info->flags |= strtoul(more, 0, 16);
    for (at = 0; !r && same && at < 16; at++) info->texts[80 + at] = same[0];
    if (!r && after && tried) info->flags |= strtoul(after, 0, 16);
    return r;
}
static CK_RV open_session(CK_ULONG a, CK_ULONG b, void *c, void *d, void *e) {
    CK_RV r;
    return watched("C_OpenSession", &r) ? real.at[OPEN_SESSION](a, b, c, d, e) : r;
}
static CK_RV login(CK_ULONG a, CK_ULONG b, void *c, CK_ULONG d) {
    CK_RV r;
    tried = 1;
    return watched("C_Login", &r) ? real.at[LOGIN](a, b, c, d) : r;
}
static CK_RV sign_init(CK_ULONG a, CK_ULONG *mechanism, CK_ULONG c) {
    CK_RV r;
    const char *refused;
    begun++;
    refused = deed("mechanism");
    if (refused && *mechanism == strtoul(refused, 0, 16)) {
        note("C_SignInit refused");
        return 0x70; /* CKR_MECHANISM_INVALID */
    }
    return watched("C_SignInit", &r) ? real.at[SIGN_INIT](a, mechanism, c) : r;
}
static CK_RV sign(CK_ULONG a, void *b, CK_ULONG c, void *d, void *e) {
    CK_RV r;
    return watched("C_Sign", &r) ? real.at[SIGN](a, b, c, d, e) : r;
}

CK_RV C_GetFunctionList(struct list **given) {
    struct list *theirs;
    void *module = dlopen(getenv("SPY_MODULE"), 2);
    CK_RV (*get)(struct list **) =
        module ? (CK_RV (*)(struct list **))dlsym(module, "C_GetFunctionList") : 0;
    if (!get || get(&theirs)) return 5; /* CKR_GENERAL_ERROR */
    real = ours = *theirs;
    ours.at[INITIALIZE] = (Function)initialize;
    ours.at[GET_SLOT_LIST] = (Function)get_slot_list;
    ours.at[GET_TOKEN_INFO] = (Function)get_token_info;
    ours.at[OPEN_SESSION] = (Function)open_session;
    ours.at[LOGIN] = (Function)login;
    ours.at[SIGN_INIT] = (Function)sign_init;
    ours.at[SIGN] = (Function)sign;
    *given = &ours;
    return 0;
}
