package io.brenier.platform.storage;

import io.brenier.platform.storage.object.FolderObjectStore;
import io.brenier.platform.storage.object.ObjectStore;
import java.io.IOException;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class StorageConfiguration {

    @Bean
    @ConditionalOnProperty(name = "brenier.storage.type", havingValue = "folder", matchIfMissing = true)
    ObjectStore folderObjectStore(StorageProperties properties) throws IOException {
        return new FolderObjectStore(properties.directory().resolve("blobs"));
    }
}
