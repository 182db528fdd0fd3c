#include "CCurl.h"
#include <dlfcn.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

struct plumbline_transfer {
    CURL *easy;
    struct curl_slist *headers;
    uint8_t *body;
    size_t count, capacity, limit;
    int is_too_long;
    char error[CURL_ERROR_SIZE];
};

/// The functions of libcurl that are called; set once, before anything else is.
static struct {
    CURLcode (*global_init)(long);
    CURL *(*easy_init)(void);
    void (*easy_cleanup)(CURL *);
    CURLcode (*easy_setopt)(CURL *, CURLoption, ...);
    CURLcode (*easy_getinfo)(CURL *, CURLINFO, ...);
    const char *(*easy_strerror)(CURLcode);
    struct curl_slist *(*slist_append)(struct curl_slist *, const char *);
    void (*slist_free_all)(struct curl_slist *);
    CURLM *(*multi_init)(void);
    CURLMcode (*multi_cleanup)(CURLM *);
    CURLMcode (*multi_add_handle)(CURLM *, CURL *);
    CURLMcode (*multi_remove_handle)(CURLM *, CURL *);
    CURLMcode (*multi_perform)(CURLM *, int *);
    CURLMcode (*multi_poll)(CURLM *, struct curl_waitfd *, unsigned, int, int *);
    CURLMsg *(*multi_info_read)(CURLM *, int *);
} curl;

static pthread_once_t once = PTHREAD_ONCE_INIT;
static char problem[512];
static int has_problem;

static void fail(const char *text) {
    has_problem = 1;
    strncpy(problem, text != NULL ? text : "it cannot be loaded", sizeof problem - 1);
}

static void load(void) {
#if defined(__APPLE__)
    static const char *const names[] = {"libcurl.4.dylib"};
#else
    // The second is what Debian calls the one that is built with GnuTLS.
    static const char *const names[] = {"libcurl.so.4", "libcurl-gnutls.so.4"};
#endif
    void *library = NULL;
    char first[sizeof problem] = "";
    for (size_t i = 0; i < sizeof names / sizeof names[0] && library == NULL; i++) {
        library = dlopen(names[i], RTLD_NOW | RTLD_LOCAL);
        const char *reason = library == NULL ? dlerror() : NULL;
        if (reason != NULL && first[0] == 0) strncpy(first, reason, sizeof first - 1);
    }
    if (library == NULL) {
        fail(first);
        return;
    }
    const struct {
        const char *name;
        void *place;
    } wanted[] = {
        {"curl_global_init", &curl.global_init},
        {"curl_easy_init", &curl.easy_init},
        {"curl_easy_cleanup", &curl.easy_cleanup},
        {"curl_easy_setopt", &curl.easy_setopt},
        {"curl_easy_getinfo", &curl.easy_getinfo},
        {"curl_easy_strerror", &curl.easy_strerror},
        {"curl_slist_append", &curl.slist_append},
        {"curl_slist_free_all", &curl.slist_free_all},
        {"curl_multi_init", &curl.multi_init},
        {"curl_multi_cleanup", &curl.multi_cleanup},
        {"curl_multi_add_handle", &curl.multi_add_handle},
        {"curl_multi_remove_handle", &curl.multi_remove_handle},
        {"curl_multi_perform", &curl.multi_perform},
        {"curl_multi_poll", &curl.multi_poll},
        {"curl_multi_info_read", &curl.multi_info_read},
    };
    for (size_t i = 0; i < sizeof wanted / sizeof wanted[0]; i++) {
        void *function = dlsym(library, wanted[i].name);
        if (function == NULL) {
            fail(dlerror());
            return;
        }
        memcpy(wanted[i].place, &function, sizeof function);
    }
    const CURLcode code = curl.global_init(CURL_GLOBAL_ALL);
    if (code != CURLE_OK) fail(curl.easy_strerror(code));
}

const char *plumbline_curl_problem(void) {
    pthread_once(&once, load);
    return has_problem ? problem : NULL;
}

static size_t collect(char *bytes, size_t size, size_t members, void *context) {
    plumbline_transfer *transfer = context;
    const size_t count = size * members;
    if (count > transfer->limit - transfer->count) {
        transfer->is_too_long = 1;
        return 0; // Ends the transfer with CURLE_WRITE_ERROR.
    }
    if (transfer->count + count > transfer->capacity) {
        size_t capacity = transfer->capacity == 0 ? 4096 : transfer->capacity;
        while (capacity < transfer->count + count) capacity *= 2;
        uint8_t *grown = realloc(transfer->body, capacity);
        if (grown == NULL) return 0;
        transfer->body = grown;
        transfer->capacity = capacity;
    }
    memcpy(transfer->body + transfer->count, bytes, count);
    transfer->count += count;
    return count;
}

plumbline_transfer *plumbline_transfer_new(size_t body_limit) {
    plumbline_transfer *transfer = calloc(1, sizeof *transfer);
    if (transfer == NULL) return NULL;
    transfer->limit = body_limit;
    transfer->easy = curl.easy_init();
    if (transfer->easy == NULL) {
        free(transfer);
        return NULL;
    }
    curl.easy_setopt(transfer->easy, CURLOPT_PRIVATE, transfer);
    curl.easy_setopt(transfer->easy, CURLOPT_ERRORBUFFER, transfer->error);
    curl.easy_setopt(transfer->easy, CURLOPT_WRITEFUNCTION, collect);
    curl.easy_setopt(transfer->easy, CURLOPT_WRITEDATA, transfer);
    return transfer;
}

void plumbline_transfer_free(plumbline_transfer *transfer) {
    curl.easy_cleanup(transfer->easy);
    curl.slist_free_all(transfer->headers);
    free(transfer->body);
    free(transfer);
}

int plumbline_set_number(plumbline_transfer *transfer, CURLoption option, long value) {
    return (int)curl.easy_setopt(transfer->easy, option, value);
}

int plumbline_set_text(plumbline_transfer *transfer, CURLoption option, const char *value) {
    return (int)curl.easy_setopt(transfer->easy, option, value);
}

int plumbline_set_body(plumbline_transfer *transfer, const void *bytes, size_t count) {
    const CURLcode code = curl.easy_setopt(transfer->easy, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)count);
    return (int)(code != CURLE_OK ? code : curl.easy_setopt(transfer->easy, CURLOPT_COPYPOSTFIELDS, bytes));
}

int plumbline_add_header(plumbline_transfer *transfer, const char *line) {
    struct curl_slist *longer = curl.slist_append(transfer->headers, line);
    if (longer == NULL) return CURLE_OUT_OF_MEMORY;
    transfer->headers = longer;
    return (int)curl.easy_setopt(transfer->easy, CURLOPT_HTTPHEADER, longer);
}

long plumbline_status(plumbline_transfer *transfer) {
    long status = 0;
    curl.easy_getinfo(transfer->easy, CURLINFO_RESPONSE_CODE, &status);
    return status;
}

int64_t plumbline_retry_after(plumbline_transfer *transfer) {
    curl_off_t seconds = 0;
    curl.easy_getinfo(transfer->easy, CURLINFO_RETRY_AFTER, &seconds);
    return seconds;
}

int plumbline_is_connected(plumbline_transfer *transfer) {
    double seconds = 0;
    curl.easy_getinfo(transfer->easy, CURLINFO_PRETRANSFER_TIME, &seconds);
    return seconds > 0;
}

const char *plumbline_redirect(plumbline_transfer *transfer) {
    char *address = NULL;
    curl.easy_getinfo(transfer->easy, CURLINFO_REDIRECT_URL, &address);
    return address;
}

const char *plumbline_failure(plumbline_transfer *transfer, int code) {
    return transfer->error[0] != 0 ? transfer->error : curl.easy_strerror((CURLcode)code);
}

const uint8_t *plumbline_body(plumbline_transfer *transfer) { return transfer->body; }

size_t plumbline_body_count(plumbline_transfer *transfer) { return transfer->count; }

int plumbline_is_too_long(plumbline_transfer *transfer) { return transfer->is_too_long; }

CURLM *plumbline_multi_new(void) { return curl.multi_init(); }

void plumbline_multi_free(CURLM *multi) { curl.multi_cleanup(multi); }

int plumbline_multi_add(CURLM *multi, plumbline_transfer *transfer) {
    return (int)curl.multi_add_handle(multi, transfer->easy);
}

int plumbline_multi_step(CURLM *multi, int wait_milliseconds) {
    int running = 0;
    const CURLMcode code = curl.multi_perform(multi, &running);
    if (code != CURLM_OK || running == 0) return (int)code;
    return (int)curl.multi_poll(multi, NULL, 0, wait_milliseconds, NULL);
}

plumbline_transfer *plumbline_multi_ended(CURLM *multi, int *code) {
    int left = 0;
    CURLMsg *message;
    while ((message = curl.multi_info_read(multi, &left)) != NULL) {
        if (message->msg != CURLMSG_DONE) continue;
        // The message is gone with its handle.
        CURL *easy = message->easy_handle;
        *code = (int)message->data.result;
        char *transfer = NULL;
        curl.easy_getinfo(easy, CURLINFO_PRIVATE, &transfer);
        curl.multi_remove_handle(multi, easy);
        return (plumbline_transfer *)transfer;
    }
    return NULL;
}
