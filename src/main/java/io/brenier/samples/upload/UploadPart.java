package io.brenier.samples.upload;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * A part that has arrived.
 *
 * @param number its place in the whole, from 1
 * @param sha256 of its bytes
 * @param size in bytes
 */
@Schema(
        name = "UploadPart",
        description = "A part that has arrived.",
        requiredProperties = {"number", "sha256", "size"})
record UploadPart(
        @Schema(description = "Place in the whole, from 1.", example = "1", minimum = "1", maximum = "10000")
        int number,

        @Schema(
                description = "SHA-256 of the part, in hexadecimal digits.",
                example = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
        String sha256,

        @Schema(description = "Size in bytes.", example = "67108864")
        long size) {}
