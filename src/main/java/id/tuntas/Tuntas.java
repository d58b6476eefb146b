package id.tuntas;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Runs the standard procedure for victims of violence, from report to reintegration. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Tuntas {

    public static void main(String[] args) {
        SpringApplication.run(Tuntas.class, args);
    }
}
