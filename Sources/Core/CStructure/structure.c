#include "structure.h"

#if defined(__SSE2__)
#include <immintrin.h>
#elif defined(__ARM_NEON)
#include <arm_neon.h>
#endif

// MARK: Any processor

#if defined(__ARM_NEON) && !defined(__SSE2__)
static inline uint64_t bits(const uint8x16_t part[4]) {
    const uint8x16_t weights = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
    uint8x16_t low = vpaddq_u8(vandq_u8(part[0], weights), vandq_u8(part[1], weights));
    uint8x16_t high = vpaddq_u8(vandq_u8(part[2], weights), vandq_u8(part[3], weights));
    low = vpaddq_u8(low, high);
    low = vpaddq_u8(low, low);
    return vgetq_lane_u64(vreinterpretq_u64_u8(low), 0);
}
#endif

perennial_content perennial_find_anywhere(
    const uint8_t *bytes, size_t blocks, uint8_t delimiter, uint64_t *separators, uint64_t *quotes) {
    perennial_content content = {0, 0, false, false};
#if defined(__SSE2__)
    const __m128i delimiters = _mm_set1_epi8((char)delimiter);
    const __m128i line_feed = _mm_set1_epi8('\n');
    const __m128i quote = _mm_set1_epi8('"');
    __m128i any = _mm_setzero_si128();
    __m128i least = _mm_set1_epi8(-1);
    __m128i line_feeds = _mm_setzero_si128();
    for (size_t block = 0; block < blocks; block++, bytes += 64) {
        uint64_t separating = 0, quoting = 0;
        __m128i ends = _mm_setzero_si128();  // how many, at most four in each lane
        for (int part = 0; part < 4; part++) {
            const __m128i data = _mm_loadu_si128((const __m128i *)(bytes + part * 16));
            const __m128i is_line_feed = _mm_cmpeq_epi8(data, line_feed);
            const __m128i is_separator = _mm_or_si128(_mm_cmpeq_epi8(data, delimiters), is_line_feed);
            const __m128i is_quote = _mm_cmpeq_epi8(data, quote);
            separating |= (uint64_t)(uint32_t)_mm_movemask_epi8(is_separator) << (part * 16);
            quoting |= (uint64_t)(uint32_t)_mm_movemask_epi8(is_quote) << (part * 16);
            any = _mm_or_si128(any, data);
            least = _mm_min_epu8(least, data);
            ends = _mm_sub_epi8(ends, is_line_feed);
        }
        line_feeds = _mm_add_epi64(line_feeds, _mm_sad_epu8(ends, _mm_setzero_si128()));
        separators[block] = separating;
        quotes[block] = quoting;
        content.quotes |= quoting;
    }
    uint64_t halves[2];
    _mm_storeu_si128((__m128i *)halves, line_feeds);
    content.line_feeds = (uint32_t)(halves[0] + halves[1]);
    content.has_high = _mm_movemask_epi8(any) != 0;
    content.has_zero = _mm_movemask_epi8(_mm_cmpeq_epi8(least, _mm_setzero_si128())) != 0;
#elif defined(__ARM_NEON)
    uint8x16_t any = vdupq_n_u8(0);
    uint8x16_t least = vdupq_n_u8(255);
    for (size_t block = 0; block < blocks; block++, bytes += 64) {
        uint8x16_t separating[4], quoting[4];
        uint8x16_t ends = vdupq_n_u8(0);
        for (int part = 0; part < 4; part++) {
            const uint8x16_t data = vld1q_u8(bytes + part * 16);
            const uint8x16_t is_line_feed = vceqq_u8(data, vdupq_n_u8('\n'));
            separating[part] = vorrq_u8(vceqq_u8(data, vdupq_n_u8(delimiter)), is_line_feed);
            quoting[part] = vceqq_u8(data, vdupq_n_u8('"'));
            any = vorrq_u8(any, data);
            least = vminq_u8(least, data);
            ends = vsubq_u8(ends, is_line_feed);
        }
        content.line_feeds += vaddlvq_u8(ends);
        separators[block] = bits(separating);
        quotes[block] = bits(quoting);
        content.quotes |= quotes[block];
    }
    content.has_high = vmaxvq_u8(any) >> 7;
    content.has_zero = blocks > 0 && vminvq_u8(least) == 0;
#else
    for (size_t block = 0; block < blocks; block++, bytes += 64) {
        uint64_t separating = 0, quoting = 0;
        for (int place = 0; place < 64; place++) {
            const uint8_t byte = bytes[place];
            separating |= (uint64_t)(byte == delimiter || byte == '\n') << place;
            quoting |= (uint64_t)(byte == '"') << place;
            content.line_feeds += byte == '\n';
            content.has_high |= byte >> 7;
            content.has_zero |= byte == 0;
        }
        separators[block] = separating;
        quotes[block] = quoting;
        content.quotes |= quoting;
    }
#endif
    return content;
}

size_t perennial_places_anywhere(const uint64_t *words, size_t count, uint32_t offset, uint32_t *places) {
    const uint32_t *first = places;
    for (size_t word = 0; word < count; word++, offset += 64) {
        for (uint64_t rest = words[word]; rest != 0; rest &= rest - 1) {
            *places++ = offset + (uint32_t)__builtin_ctzll(rest);
        }
    }
    return (size_t)(places - first);
}

// MARK: AVX-512

#if defined(__x86_64__)
#define WIDE __attribute__((target("avx512f,avx512bw,avx512vbmi2,bmi,popcnt")))

WIDE static perennial_content find_wide(
    const uint8_t *bytes, size_t blocks, uint8_t delimiter, uint64_t *separators, uint64_t *quotes) {
    const __m512i delimiters = _mm512_set1_epi8((char)delimiter);
    const __m512i line_feed = _mm512_set1_epi8('\n');
    const __m512i quote = _mm512_set1_epi8('"');
    __m512i any = _mm512_setzero_si512();
    __m512i least = _mm512_set1_epi8(-1);
    perennial_content content = {0, 0, false, false};
    for (size_t block = 0; block < blocks; block++, bytes += 64) {
        const __m512i data = _mm512_loadu_si512(bytes);
        const uint64_t line_feeds = _mm512_cmpeq_epi8_mask(data, line_feed);
        separators[block] = _mm512_cmpeq_epi8_mask(data, delimiters) | line_feeds;
        quotes[block] = _mm512_cmpeq_epi8_mask(data, quote);
        content.quotes |= quotes[block];
        content.line_feeds += (uint32_t)__builtin_popcountll(line_feeds);
        any = _mm512_or_si512(any, data);
        least = _mm512_min_epu8(least, data);
    }
    content.has_high = _mm512_movepi8_mask(any) != 0;
    content.has_zero = _mm512_testn_epi8_mask(least, least) != 0;
    return content;
}

WIDE static size_t places_wide(const uint64_t *words, size_t count, uint32_t offset, uint32_t *places) {
    const __m512i numbers = _mm512_set_epi8(
        63, 62, 61, 60, 59, 58, 57, 56, 55, 54, 53, 52, 51, 50, 49, 48, 47, 46, 45, 44, 43, 42, 41, 40, 39, 38, 37, 36,
        35, 34, 33, 32, 31, 30, 29, 28, 27, 26, 25, 24, 23, 22, 21, 20, 19, 18, 17, 16, 15, 14, 13, 12, 11, 10, 9, 8,
        7, 6, 5, 4, 3, 2, 1, 0);
    const uint32_t *first = places;
    for (size_t word = 0; word < count; word++, offset += 64) {
        const __m512i found = _mm512_maskz_compress_epi8(words[word], numbers);
        const __m512i offsets = _mm512_set1_epi32((int)offset);
        const size_t bits = (size_t)__builtin_popcountll(words[word]);
        // Sixteen places at a time; hardly any 64 bytes have more separators.
        _mm512_storeu_si512(places, _mm512_add_epi32(offsets, _mm512_cvtepu8_epi32(_mm512_castsi512_si128(found))));
        if (bits > 16) {
            uint8_t all[64];
            _mm512_storeu_si512(all, found);
            for (size_t bit = 16; bit < bits; bit++) places[bit] = offset + all[bit];
        }
        places += bits;
    }
    return (size_t)(places - first);
}

static bool is_wide(void) {
    return __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vbmi2") &&
           __builtin_cpu_supports("bmi") && __builtin_cpu_supports("popcnt");
}
#endif

// MARK: The best there is

perennial_content perennial_find(
    const uint8_t *bytes, size_t blocks, uint8_t delimiter, uint64_t *separators, uint64_t *quotes) {
#if defined(__x86_64__)
    if (is_wide()) return find_wide(bytes, blocks, delimiter, separators, quotes);
#endif
    return perennial_find_anywhere(bytes, blocks, delimiter, separators, quotes);
}

size_t perennial_places(const uint64_t *words, size_t count, uint32_t offset, uint32_t *places) {
#if defined(__x86_64__)
    if (is_wide()) return places_wide(words, count, offset, places);
#endif
    return perennial_places_anywhere(words, count, offset, places);
}
