package dev.bonafide.audit;

import dev.bonafide.kernel.Clock;
import dev.bonafide.log.Folds;
import dev.bonafide.log.History;
import dev.bonafide.log.Projections;
import dev.bonafide.store.Documents;
import dev.bonafide.vault.Vault;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this room has. */
@Configuration(proxyBeanMethods = false)
class AuditBeans {
    @Bean
    AuditProjection auditProjection(Documents documents, Folds folds) {
        return new AuditProjection(documents.collection(AuditProjection.SHAPE), folds);
    }

    @Bean
    AuditQueries auditQueries(Projections projections, Folds folds) {
        return new AuditQueries(projections, folds);
    }

    @Bean
    AuditRoutes auditRoutes(AuditQueries queries, History history, Vault vault, Clock clock) {
        return new AuditRoutes(queries, new TimeTravel(history), vault, clock);
    }
}
