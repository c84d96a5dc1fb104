package io.brenier.platform.security.key;

import io.swagger.v3.oas.annotations.media.Schema;

/** The one answer that holds a key. */
@Schema(name = "CreatedApiKey", description = "A new API key: the only time that the key itself is shown.")
record CreatedApiKey(
        @Schema(description = "The key; send it as 'Authorization: Bearer <key>'.", example = "brn_…")
        String key,

        @Schema(description = "What is kept of it.") ApiKeyView apiKey) {

    static CreatedApiKey of(ApiKeys.Made made) {
        return new CreatedApiKey(made.secret().reveal(), ApiKeyView.of(made.key()));
    }

    /** A record would write the key into any log that it came near. */
    @Override
    public String toString() {
        return "CreatedApiKey[" + apiKey.id() + "]";
    }
}
