// Compares 64 bytes at once with the characters that give delimited text its structure. Swift has no way to ask a vector
// for one bit a lane, which every processor has an instruction for; this header is all the C there is.
#ifndef PERENNIAL_STRUCTURE_H
#define PERENNIAL_STRUCTURE_H

#include <stdint.h>

#if defined(__SSE2__)
#include <emmintrin.h>
#elif defined(__ARM_NEON)
#include <arm_neon.h>
#endif

// One bit a byte, the first byte in the lowest bit.
typedef struct {
    uint64_t separators;  // the delimiter or a line feed
    uint64_t quotes;
    uint32_t high;  // not zero: some byte is beyond ASCII
    uint32_t zero;  // not zero: some byte is zero
} perennial_structure;

#if defined(__ARM_NEON) && !defined(__SSE2__)
static inline uint64_t perennial_bits(const uint8x16_t part[4]) {
    const uint8x16_t weights = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
    uint8x16_t low = vpaddq_u8(vandq_u8(part[0], weights), vandq_u8(part[1], weights));
    uint8x16_t high = vpaddq_u8(vandq_u8(part[2], weights), vandq_u8(part[3], weights));
    low = vpaddq_u8(low, high);
    low = vpaddq_u8(low, low);
    return vgetq_lane_u64(vreinterpretq_u64_u8(low), 0);
}
#endif

// Looks at the 64 bytes from `bytes`.
static inline perennial_structure perennial_structure_of(const uint8_t *bytes, uint8_t delimiter) {
    perennial_structure found = {0, 0, 0, 0};
#if defined(__SSE2__)
    const __m128i delimiters = _mm_set1_epi8((char)delimiter);
    const __m128i line_feeds = _mm_set1_epi8('\n');
    const __m128i quotes = _mm_set1_epi8('"');
    __m128i any = _mm_setzero_si128();
    __m128i least = _mm_set1_epi8(-1);
    for (int part = 0; part < 4; part++) {
        const __m128i data = _mm_loadu_si128((const __m128i *)(bytes + part * 16));
        const __m128i matches = _mm_or_si128(_mm_cmpeq_epi8(data, delimiters), _mm_cmpeq_epi8(data, line_feeds));
        found.separators |= (uint64_t)(uint32_t)_mm_movemask_epi8(matches) << (part * 16);
        found.quotes |= (uint64_t)(uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(data, quotes)) << (part * 16);
        any = _mm_or_si128(any, data);
        least = _mm_min_epu8(least, data);
    }
    found.high = (uint32_t)_mm_movemask_epi8(any);
    found.zero = (uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(least, _mm_setzero_si128()));
#elif defined(__ARM_NEON)
    uint8x16_t separators[4], quotes[4];
    uint8x16_t any = vdupq_n_u8(0);
    uint8x16_t least = vdupq_n_u8(255);
    for (int part = 0; part < 4; part++) {
        const uint8x16_t data = vld1q_u8(bytes + part * 16);
        separators[part] = vorrq_u8(vceqq_u8(data, vdupq_n_u8(delimiter)), vceqq_u8(data, vdupq_n_u8('\n')));
        quotes[part] = vceqq_u8(data, vdupq_n_u8('"'));
        any = vorrq_u8(any, data);
        least = vminq_u8(least, data);
    }
    found.separators = perennial_bits(separators);
    found.quotes = perennial_bits(quotes);
    found.high = vmaxvq_u8(any) >> 7;
    found.zero = vminvq_u8(least) == 0;
#else
    for (int place = 0; place < 64; place++) {
        const uint8_t byte = bytes[place];
        found.separators |= (uint64_t)(byte == delimiter || byte == '\n') << place;
        found.quotes |= (uint64_t)(byte == '"') << place;
        found.high |= byte >> 7;
        found.zero |= byte == 0;
    }
#endif
    return found;
}

#endif
