package dev.bonafide;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The whole server: one process, started by {@link #main}. */
@SpringBootApplication
public class Bonafide {

    /** Starts the server and returns once it listens. */
    public static void main(String[] arguments) {
        SpringApplication.run(Bonafide.class, arguments);
    }
}
