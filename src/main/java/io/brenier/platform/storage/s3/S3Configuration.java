package io.brenier.platform.storage.s3;

import io.brenier.platform.storage.object.ObjectStore;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "brenier.storage.type", havingValue = "s3")
class S3Configuration {

    private static final int CONNECTIONS = 64;

    @Bean(destroyMethod = "close")
    S3Client s3Client(S3Properties properties) {
        var client = S3Client.builder()
                .region(Region.of(properties.region()))
                .forcePathStyle(properties.pathStyle())
                .credentialsProvider(credentials(properties))
                // We send a SHA-256 in a header and check what we read ourselves: any store understands or ignores
                // that, while not every one understands the
                // trailers that the SDK would add.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .httpClientBuilder(Apache5HttpClient.builder()
                        .maxConnections(CONNECTIONS)
                        .connectionTimeout(properties.connectTimeout())
                        .socketTimeout(properties.requestTimeout()))
                .overrideConfiguration(override -> override.apiCallAttemptTimeout(properties.requestTimeout())
                        .retryStrategy(AwsRetryStrategy.standardRetryStrategy().toBuilder()
                                .maxAttempts(properties.maxAttempts())
                                .build()));
        if (properties.endpoint() != null) {
            client.endpointOverride(properties.endpoint());
        }
        return client.build();
    }

    @Bean
    ObjectStore s3ObjectStore(S3Client client, S3Properties properties) {
        return new S3ObjectStore(client, properties);
    }

    private static AwsCredentialsProvider credentials(S3Properties properties) {
        return properties.hasCredentials()
                ? StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(properties.accessKey(), properties.secretKey()))
                : DefaultCredentialsProvider.builder().build();
    }
}
