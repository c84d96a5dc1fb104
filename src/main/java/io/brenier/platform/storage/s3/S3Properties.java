package io.brenier.platform.storage.s3;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * The bucket of the blobs.
 *
 * @param bucket that exists
 * @param prefix of every key; no other installation may use it
 * @param endpoint of a store that is not Amazon's
 * @param region of the bucket; stores that are not Amazon's mostly take any
 * @param pathStyle whether the bucket stands in the path instead of the host name; most stores that are not Amazon's need it
 * @param accessKey of the credentials; without them the SDK looks where it always does: environment, profile, container, instance
 * @param secretKey of the credentials
 * @param connectTimeout of a connection
 * @param requestTimeout of one attempt of a request, a part of an upload included
 * @param maxAttempts how often a request is tried
 * @param partSize larger blobs are sent in parts of this size, 5MB to 5GB
 */
@Validated
@ConditionalOnProperty(name = "brenier.storage.type", havingValue = "s3")
@ConfigurationProperties("brenier.storage.s3")
record S3Properties(
        @NotBlank(message = "brenier.storage.s3.bucket must be set where brenier.storage.type is s3") @Nullable
        String bucket,

        @NotNull @DefaultValue("") String prefix,
        @Nullable URI endpoint,
        @NotBlank @DefaultValue("us-east-1") String region,
        @DefaultValue("false") boolean pathStyle,
        @Nullable String accessKey,
        @Nullable String secretKey,
        @NotNull @DefaultValue("5s") Duration connectTimeout,
        @NotNull @DefaultValue("60s") Duration requestTimeout,
        @Min(1) @Max(20) @DefaultValue("5") int maxAttempts,
        @NotNull @DefaultValue("16MB") DataSize partSize) {

    private static final DataSize LEAST_PART = DataSize.ofMegabytes(5);
    private static final DataSize GREATEST_PART = DataSize.ofGigabytes(5);

    @AssertTrue(
            message =
                    "brenier.storage.s3.prefix must be a path without a slash at its beginning, such as brenier/production")
    boolean isPrefixAPath() {
        return prefix.isEmpty() || prefix.matches("[A-Za-z0-9!_.*'()-]+(/[A-Za-z0-9!_.*'()-]+)*/?");
    }

    @AssertTrue(message = "brenier.storage.s3.endpoint must be an http or https address, such as http://minio:9000")
    boolean isEndpointAnAddress() {
        return endpoint == null
                || endpoint.getHost() != null
                        && ("http".equals(endpoint.getScheme()) || "https".equals(endpoint.getScheme()));
    }

    @AssertTrue(
            message =
                    "brenier.storage.s3.access-key and brenier.storage.s3.secret-key must both be set, or neither: then the SDK's default chain finds them")
    boolean isCredentialsWhole() {
        return isGiven(accessKey) == isGiven(secretKey);
    }

    @AssertTrue(message = "brenier.storage.s3.connect-timeout and request-timeout must be positive, for example 5s")
    boolean isTimeoutPositive() {
        return connectTimeout.isPositive() && requestTimeout.isPositive();
    }

    @AssertTrue(message = "brenier.storage.s3.part-size must be from 5MB to 5GB")
    boolean isPartAllowed() {
        return partSize.compareTo(LEAST_PART) >= 0 && partSize.compareTo(GREATEST_PART) <= 0;
    }

    boolean hasCredentials() {
        return isGiven(accessKey);
    }

    /** Empty, or ending with a slash. */
    String folder() {
        return prefix.isEmpty() || prefix.endsWith("/") ? prefix : prefix + "/";
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "s3://%s/%s%s".formatted(bucket, folder(), endpoint == null ? "" : " at " + endpoint);
    }

    private static boolean isGiven(@Nullable String text) {
        return text != null && !text.isBlank();
    }
}
