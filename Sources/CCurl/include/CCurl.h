// libcurl, looked up when it is first needed: a program that asks no network neither loads nor needs it.
//
// `curl_easy_setopt` takes arguments of any type, which Swift cannot call: there is one function for each type here.
#pragma once
#include <curl/curl.h>
#include <stddef.h>
#include <stdint.h>

/// One request with all that its answer brought.
typedef struct plumbline_transfer plumbline_transfer;

/// NULL when libcurl is loaded and ready, else what the system's loader says. Any thread may ask, any number of times.
const char *_Nullable plumbline_curl_problem(void);

/// NULL when there is no memory.
///
/// body_limit: bytes of the answer, more of which end the transfer.
plumbline_transfer *_Nullable plumbline_transfer_new(size_t body_limit);
void plumbline_transfer_free(plumbline_transfer *_Nonnull transfer);

/// 0, or a CURLcode.
int plumbline_set_number(plumbline_transfer *_Nonnull transfer, CURLoption option, long value);
int plumbline_set_text(plumbline_transfer *_Nonnull transfer, CURLoption option, const char *_Nonnull value);
/// Sends the bytes, which are copied, as the body of a POST.
int plumbline_set_body(plumbline_transfer *_Nonnull transfer, const void *_Nonnull bytes, size_t count);
/// `Name: value`; it is copied.
int plumbline_add_header(plumbline_transfer *_Nonnull transfer, const char *_Nonnull line);

/// Of the answer; 0 when there is none.
long plumbline_status(plumbline_transfer *_Nonnull transfer);
/// Seconds to wait before the next try, as the server asks for them; 0 when it does not.
int64_t plumbline_retry_after(plumbline_transfer *_Nonnull transfer);
/// Whether a connection came about.
int plumbline_is_connected(plumbline_transfer *_Nonnull transfer);
/// Where the answer sends the client; NULL when nowhere. It lives as long as the transfer.
const char *_Nullable plumbline_redirect(plumbline_transfer *_Nonnull transfer);
/// What libcurl says of a failure.
const char *_Nonnull plumbline_failure(plumbline_transfer *_Nonnull transfer, int code);
const uint8_t *_Nullable plumbline_body(plumbline_transfer *_Nonnull transfer);
size_t plumbline_body_count(plumbline_transfer *_Nonnull transfer);
/// Whether the answer was longer than the limit.
int plumbline_is_too_long(plumbline_transfer *_Nonnull transfer);

/// NULL when there is no memory.
CURLM *_Nullable plumbline_multi_new(void);
void plumbline_multi_free(CURLM *_Nonnull multi);
/// 0, or a CURLMcode.
int plumbline_multi_add(CURLM *_Nonnull multi, plumbline_transfer *_Nonnull transfer);
/// Moves all transfers on as far as they come now, then waits for more to come, for so long at most.
int plumbline_multi_step(CURLM *_Nonnull multi, int wait_milliseconds);
/// A transfer that has ended, taken out; NULL when none has. code: 0, or a CURLcode.
plumbline_transfer *_Nullable plumbline_multi_ended(CURLM *_Nonnull multi, int *_Nonnull code);
