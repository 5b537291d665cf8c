package dev.bonafide;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModulesTest {

    @Test
    void roomsHaveNoCyclesAndDoNotReachIntoOneAnother() {
        ApplicationModules.of("dev.bonafide").verify();
    }
}
