package io.brenier.samples.upload;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a client knows of the whole; all of it is optional. */
@Schema(name = "UploadCompletion", description = "What the whole must be; nothing of it needs to be given.")
record UploadCompletion(
        @ArraySchema(
                arraySchema =
                        @Schema(
                                description =
                                        "The parts as the client sent them; without, they are those that arrived.",
                                requiredMode = Schema.RequiredMode.NOT_REQUIRED),
                schema = @Schema(implementation = SentPart.class))
        @Nullable
        List<@Nullable SentPart> parts,

        @Schema(
                description = "SHA-256 of all parts in order, in hexadecimal digits.",
                example = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                pattern = "^[0-9a-f]{64}$",
                requiredMode = Schema.RequiredMode.NOT_REQUIRED)
        @Nullable
        String sha256) {

    /** A part as the client sent it. */
    @Schema(
            name = "SentPart",
            description = "A part as it was sent.",
            requiredProperties = {"number", "sha256"})
    record SentPart(
            @Schema(description = "Place in the whole, from 1.", example = "1", minimum = "1", maximum = "10000")
            int number,

            @Schema(
                    description = "SHA-256 of the part, in hexadecimal digits.",
                    example = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                    pattern = "^[0-9a-f]{64}$")
            @Nullable
            String sha256) {}
}
