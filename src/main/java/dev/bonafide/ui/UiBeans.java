package dev.bonafide.ui;

import dev.bonafide.config.Setting;
import dev.bonafide.flow.Caller;
import dev.bonafide.flow.PageUrls;
import dev.bonafide.http.ErrorPages;
import dev.bonafide.http.Routes;
import dev.bonafide.http.cookie.CsrfCookies;
import dev.bonafide.method.AuthenticationMethod;
import dev.bonafide.session.SessionJson;
import dev.bonafide.ui.text.Hints;
import dev.bonafide.ui.text.Languages;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this room has. */
@Configuration(proxyBeanMethods = false)
class UiBeans {
    @Bean
    Assets pageAssets() {
        return new Assets();
    }

    @Bean
    PublicApi publicApi(ObjectProvider<Routes> rooms) {
        return new PublicApi(rooms::stream);
    }

    @Bean
    Writer pageWriter(Assets assets, List<AuthenticationMethod> methods, Setting<PageUrls> urls) {
        return new Writer(assets, new Languages(places(methods)), urls, methods);
    }

    @Bean
    ErrorPages errorPages(Writer writer) {
        return writer::fault;
    }

    @Bean
    FlowPages flowPages(
            PublicApi api,
            Writer writer,
            Setting<PageUrls> urls,
            Caller caller,
            List<AuthenticationMethod> methods) {
        Hints hints = new Hints(places(methods));
        return new FlowPages(
                api, writer, urls, caller, new FlowPages.Showing(hints, new Timelines()));
    }

    @Bean
    AccountPages accountPages(PublicApi api, Writer writer, Setting<PageUrls> urls, Caller caller) {
        return new AccountPages(api, writer, urls, caller);
    }

    @Bean
    SessionsPage sessionsPage(
            PublicApi api,
            Writer writer,
            Setting<PageUrls> urls,
            Caller caller,
            SessionsPage.Parts parts) {
        return new SessionsPage(api, writer, urls, caller, parts);
    }

    @Bean
    SessionsPage.Parts sessionsPageParts(SessionJson json, CsrfCookies csrf) {
        return new SessionsPage.Parts(json, csrf);
    }

    /** Texts and hints lie in this room, and in the folder of each method. */
    private static List<Class<?>> places(List<AuthenticationMethod> methods) {
        return Stream.concat(
                        Stream.<Class<?>>of(UiBeans.class),
                        methods.stream().<Class<?>>map(AuthenticationMethod::folder))
                .toList();
    }
}
