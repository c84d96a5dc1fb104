package io.brenier;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The whole service in one process. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class BrenierApplication {

    public static void main(String[] args) {
        SpringApplication.run(BrenierApplication.class, args);
    }
}
