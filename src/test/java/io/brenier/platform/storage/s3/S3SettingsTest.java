package io.brenier.platform.storage.s3;

import static org.assertj.core.api.Assertions.assertThat;

import io.brenier.platform.storage.object.ObjectStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

class S3SettingsTest {

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
            .withUserConfiguration(Settings.class);

    @ParameterizedTest
    @CsvSource({
        "bucket=, brenier.storage.s3.bucket must be set",
        "prefix=/blobs, brenier.storage.s3.prefix must be a path",
        "endpoint=minio:9000, must be an http or https address",
        "endpoint=ftp://minio, must be an http or https address",
        "access-key=alone, must both be set",
        "connect-timeout=0s, must be positive",
        "request-timeout=-1s, must be positive",
        "max-attempts=0, maxAttempts",
        "part-size=1MB, must be from 5MB to 5GB"
    })
    void aWrongOneEndsTheStartAndIsNamed(String setting, String sentence) {
        runner.withPropertyValues("brenier.storage.type=s3", "brenier.storage.s3.bucket=blobs")
                .withPropertyValues("brenier.storage.s3." + setting)
                .run(context ->
                        assertThat(context.getStartupFailure()).isNotNull().hasStackTraceContaining(sentence));
    }

    @Test
    void aBucketIsAllThatAmazonNeeds() {
        runner.withPropertyValues("brenier.storage.type=s3", "brenier.storage.s3.bucket=blobs")
                .run(context ->
                        assertThat(context.getBean(ObjectStore.class).place()).isEqualTo("s3://blobs/"));
    }

    @Test
    void noneIsLookedAtWhereBlobsLieInAFolder() {
        runner.withPropertyValues("brenier.storage.s3.part-size=1MB")
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .doesNotHaveBean(ObjectStore.class)
                        .doesNotHaveBean(S3Properties.class));
    }

    @Test
    void theSecretIsNotPrinted() {
        runner.withPropertyValues(
                        "brenier.storage.type=s3",
                        "brenier.storage.s3.bucket=blobs",
                        "brenier.storage.s3.access-key=user",
                        "brenier.storage.s3.secret-key=hidden")
                .run(context -> assertThat(context.getBean(S3Properties.class))
                        .asString()
                        .doesNotContain("hidden"));
    }

    @Configuration(proxyBeanMethods = false)
    @ConfigurationPropertiesScan
    @Import(S3Configuration.class)
    static class Settings {}
}
