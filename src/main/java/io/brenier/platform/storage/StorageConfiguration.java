package io.brenier.platform.storage;

import io.brenier.platform.BlobStore;
import java.io.IOException;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class StorageConfiguration {

    @Bean
    BlobStore blobStore(StorageProperties properties, Spool spool, Clock clock) throws IOException {
        return new FolderBlobStore(properties, spool, clock);
    }
}
