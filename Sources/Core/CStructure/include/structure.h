// Finds the characters that give delimited text its structure, 64 bytes at a time. Swift has no way to ask a vector for
// one bit a lane, which every processor has an instruction for; this is all the C there is.
//
// Where the processor has AVX-512 with VBMI2, 64 bytes are one vector; it is asked at run time, since programs are built
// for the oldest processor of their kind. Both ways give the same answers.
#ifndef PERENNIAL_STRUCTURE_H
#define PERENNIAL_STRUCTURE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// What is in all blocks together.
typedef struct {
    uint64_t quotes;  // not zero: some byte is a quote
    uint32_t line_feeds;  // how many
    bool has_high;  // some byte is beyond ASCII
    bool has_zero;  // some byte is zero
} perennial_content;

// Looks at `blocks` times 64 bytes, and writes one word a block, in which the first byte has the lowest bit: which bytes
// are the delimiter or a line feed, and which are quotes.
perennial_content perennial_find(
    const uint8_t *bytes, size_t blocks, uint8_t delimiter, uint64_t *separators, uint64_t *quotes);

// Writes the place of each bit in `words`, the first word's lowest being `offset`, and returns how many there are. Up to
// `perennial_places_beyond` places further are overwritten.
size_t perennial_places(const uint64_t *words, size_t count, uint32_t offset, uint32_t *places);
enum { perennial_places_beyond = 16 };

// The same for any processor.
perennial_content perennial_find_anywhere(
    const uint8_t *bytes, size_t blocks, uint8_t delimiter, uint64_t *separators, uint64_t *quotes);
size_t perennial_places_anywhere(const uint64_t *words, size_t count, uint32_t offset, uint32_t *places);

#endif
