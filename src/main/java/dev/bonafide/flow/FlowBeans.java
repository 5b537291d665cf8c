package dev.bonafide.flow;

import dev.bonafide.config.Configuration;
import dev.bonafide.config.Part;
import dev.bonafide.config.ServeSettings;
import dev.bonafide.config.Setting;
import dev.bonafide.guard.KnownPlaces;
import dev.bonafide.http.Credentials;
import dev.bonafide.http.cookie.CsrfCookies;
import dev.bonafide.http.cookie.DeviceCookies;
import dev.bonafide.http.cookie.SessionCookies;
import dev.bonafide.identity.Directory;
import dev.bonafide.identity.schema.Schemas;
import dev.bonafide.kernel.Clock;
import dev.bonafide.kernel.Entropy;
import dev.bonafide.kernel.MethodId;
import dev.bonafide.kernel.SealingKeys;
import dev.bonafide.log.Epoch;
import dev.bonafide.method.AuthenticationMethod;
import dev.bonafide.method.MethodGuard;
import dev.bonafide.session.Sessions;
import dev.bonafide.store.Documents;
import dev.bonafide.vault.Vault;
import java.net.URI;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;

/** What all flows share. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
class FlowBeans {
    @Bean
    @Part
    Setting<FlowSettings> flowSettings(Configuration configuration, ServeSettings serve) {
        URI publicUrl = serve.publicApi().baseUrl();
        return configuration.setting(edition -> FlowSettings.of(edition, publicUrl));
    }

    @Bean
    @Part
    Setting<PageUrls> pageUrls(Setting<FlowSettings> settings) {
        return settings.map(PageUrls::new);
    }

    @Bean
    Flows flows(Documents documents) {
        return new Flows(documents);
    }

    @Bean
    FlowMemory flowMemory(Vault vault, Setting<SealingKeys> keys, Entropy entropy) {
        return new FlowMemory(vault, keys, entropy);
    }

    @Bean
    ReturnTo returnTo(Setting<FlowSettings> settings) {
        return new ReturnTo(
                settings.map(FlowSettings::returnUrls), settings.map(FlowSettings::home));
    }

    @Bean
    @Part
    Setting<AfterUrls> afterUrls(Configuration configuration, List<MethodGuard> methods) {
        List<MethodId> ids = methods.stream().map(MethodGuard::method).toList();
        return configuration.setting(edition -> AfterUrls.of(edition, ids));
    }

    @Bean
    Destinations destinations(Setting<FlowSettings> settings, Setting<AfterUrls> after) {
        return new Destinations(settings, after);
    }

    @Bean
    Visits visits(CsrfCookies csrf) {
        return new Visits(csrf);
    }

    @Bean
    ForwardedErrors forwardedErrors(Documents documents, Clock clock, Entropy entropy) {
        return new ForwardedErrors(documents, clock, entropy);
    }

    @Bean
    Answers.Cookies answerCookies(
            CsrfCookies csrf, SessionCookies session, DeviceCookies device, Epoch epoch) {
        return new Answers.Cookies(csrf, session, device, epoch.value());
    }

    @Bean
    Answers answers(
            Flows flows,
            Visits visits,
            Destinations destinations,
            Answers.Cookies cookies,
            ForwardedErrors errors) {
        return new Answers(flows, visits, destinations, cookies, errors);
    }

    @Bean
    Desk desk(Caller caller, Visits visits, Answers answers, Destinations destinations) {
        return new Desk(caller, visits, answers, destinations);
    }

    @Bean
    Journeys journeys(Flows flows, FlowMemory memory, Clock clock, Entropy entropy) {
        return new Journeys(flows, memory, clock, entropy);
    }

    @Bean
    Arrivals arrivals(
            Flows flows,
            Journeys journeys,
            Desk desk,
            ObjectProvider<AuthenticationMethod> methods,
            ObjectProvider<Arrival> arrivals) {
        return new Arrivals(
                flows,
                journeys,
                desk,
                () -> methods.stream().toList(),
                () -> arrivals.stream().toList());
    }

    @Bean
    Caller caller(
            Credentials credentials, Sessions sessions, KnownPlaces places, DeviceCookies devices) {
        return new Caller(credentials, sessions, places, devices);
    }

    @Bean
    SchemaTraits schemaTraits(Schemas schemas, Directory directory) {
        return new SchemaTraits(schemas::byDefault, directory);
    }
}
