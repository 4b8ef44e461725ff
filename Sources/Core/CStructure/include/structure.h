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
    uint64_t structure;  // the delimiter, a line feed or a quote
    uint64_t high;       // beyond ASCII
    uint64_t zero;
} perennial_structure;

#if defined(__ARM_NEON) && !defined(__SSE2__)
static inline uint64_t perennial_bits(uint8x16_t a, uint8x16_t b, uint8x16_t c, uint8x16_t d) {
    const uint8x16_t weights = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
    uint8x16_t low = vpaddq_u8(vandq_u8(a, weights), vandq_u8(b, weights));
    uint8x16_t high = vpaddq_u8(vandq_u8(c, weights), vandq_u8(d, weights));
    low = vpaddq_u8(low, high);
    low = vpaddq_u8(low, low);
    return vgetq_lane_u64(vreinterpretq_u64_u8(low), 0);
}
#endif

// Looks at the 64 bytes from `bytes`.
static inline perennial_structure perennial_structure_of(const uint8_t *bytes, uint8_t delimiter) {
    perennial_structure found = {0, 0, 0};
#if defined(__SSE2__)
    const __m128i delimiters = _mm_set1_epi8((char)delimiter);
    const __m128i line_feeds = _mm_set1_epi8('\n');
    const __m128i quotes = _mm_set1_epi8('"');
    for (int part = 0; part < 4; part++) {
        const __m128i data = _mm_loadu_si128((const __m128i *)(bytes + part * 16));
        const __m128i matches = _mm_or_si128(
            _mm_or_si128(_mm_cmpeq_epi8(data, delimiters), _mm_cmpeq_epi8(data, line_feeds)),
            _mm_cmpeq_epi8(data, quotes));
        found.structure |= (uint64_t)(uint32_t)_mm_movemask_epi8(matches) << (part * 16);
        found.high |= (uint64_t)(uint32_t)_mm_movemask_epi8(data) << (part * 16);
        found.zero |= (uint64_t)(uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(data, _mm_setzero_si128())) << (part * 16);
    }
#elif defined(__ARM_NEON)
    uint8x16_t matches[4], high[4], zero[4];
    for (int part = 0; part < 4; part++) {
        const uint8x16_t data = vld1q_u8(bytes + part * 16);
        matches[part] = vorrq_u8(vorrq_u8(vceqq_u8(data, vdupq_n_u8(delimiter)), vceqq_u8(data, vdupq_n_u8('\n'))),
                                 vceqq_u8(data, vdupq_n_u8('"')));
        high[part] = vcgeq_u8(data, vdupq_n_u8(128));
        zero[part] = vceqq_u8(data, vdupq_n_u8(0));
    }
    found.structure = perennial_bits(matches[0], matches[1], matches[2], matches[3]);
    found.high = perennial_bits(high[0], high[1], high[2], high[3]);
    found.zero = perennial_bits(zero[0], zero[1], zero[2], zero[3]);
#else
    for (int place = 0; place < 64; place++) {
        const uint8_t byte = bytes[place];
        found.structure |= (uint64_t)(byte == delimiter || byte == '\n' || byte == '"') << place;
        found.high |= (uint64_t)(byte >> 7) << place;
        found.zero |= (uint64_t)(byte == 0) << place;
    }
#endif
    return found;
}

#endif
