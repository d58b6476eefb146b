package id.tuntas.access.web;

import static id.tuntas.access.web.Paths.any;
import static id.tuntas.access.web.Paths.get;
import static id.tuntas.access.web.Paths.post;

import id.tuntas.access.Roles;
import id.tuntas.engine.Identities;
import id.tuntas.engine.Steps;
import id.tuntas.vault.ClearList;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.RequestContextFilter;

/**
 * Every path of the application, and who may go there. What is not named is closed: whoever adds a page adds it here.
 *
 * <p>Two chains: REST clients with a password in each request (no session, no cookie, hence no CSRF), and people with a
 * session, which Tasklist, Cockpit and our own pages share.
 */
@Configuration(proxyBeanMethods = false)
class SecurityChains {

    private static final RequestMatcher REST = any("/engine-rest/**", "/api/**", "/actuator/**");
    private static final RequestMatcher ENGINE_REST = any("/engine-rest/**", "/camunda/api/engine/**");

    /** Camunda's own log-in and its first-run page, which makes an administrator of anybody (CVE-2026-77226). */
    private static final RequestMatcher NEVER = any(
            "/camunda/api/*/auth/user/*/login/**",
            "/camunda/api/*/setup/**",
            "/camunda/app/*/*/setup/**",
            "/camunda/app/*/setup/**",
            "/camunda/app/welcome/**");

    private static final RequestMatcher EVERYBODY =
            any("/login", "/app/**", "/favicon.ico", "/error", "/actuator/health/**", "/kelola/awal", "/masuk/**");

    private static final RequestMatcher SOP_READERS = any("/sop/**", "/api/sop/**");

    private static final RequestMatcher AUDITORS = any("/kelola/audit/**", "/api/audit/**");

    private static final RequestMatcher EVENT_LOGS = any("/pantau/jejak/**");

    private static final RequestMatcher MANAGERS = any("/pantau/**");

    private static final RequestMatcher ACCESS_TABLE = get("/kelola/akses");

    private static final RequestMatcher RECORDS = get("/kelola/penghapusan", "/kelola/penghapusan/*");

    private static final RequestMatcher ERASURES = any("/kelola/penghapusan/*/hapus");

    private static final RequestMatcher KEEPERS = any("/kelola/penghapusan/**");

    private static final RequestMatcher STAFF = any(
            "/",
            "/beranda",
            "/akun/**",
            "/api/**",
            "/kasus/**",
            "/camunda/app/tasklist/**",
            "/camunda/api/tasklist/**",
            "/camunda/lib/**",
            "/camunda/assets/**",
            "/camunda/favicon.ico");

    private static final RequestMatcher ADMINISTRATORS =
            any("/camunda/app/**", "/camunda/api/**", "/kelola/**", "/camunda", "/camunda/");

    private static final RequestMatcher FIGURES = any("/actuator/metrics/**");

    private final Refusals refusals;
    private final Landing landing;
    private final RestDoor restDoor;
    private final Steps steps;
    private final ClearList clear;
    private final SignInStages stages;
    private final Sessions sessions;
    private final KnownDevices devices;
    private final PageHeaders pageHeaders;

    SecurityChains(
            Refusals refusals,
            Landing landing,
            RestDoor restDoor,
            Steps steps,
            ClearList clear,
            SignInStages stages,
            Sessions sessions,
            KnownDevices devices,
            PageHeaders pageHeaders) {
        this.refusals = refusals;
        this.landing = landing;
        this.restDoor = restDoor;
        this.steps = steps;
        this.clear = clear;
        this.stages = stages;
        this.sessions = sessions;
        this.devices = devices;
        this.pageHeaders = pageHeaders;
    }

    @Bean
    @Order(1)
    SecurityFilterChain restClients(HttpSecurity http, AuthenticationProvider restSignIn) throws Exception {
        return http.securityMatcher(
                        request -> REST.matches(request) && request.getHeader(HttpHeaders.AUTHORIZATION) != null)
                .authenticationProvider(restSignIn)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .headers(pageHeaders::write)
                .addFilterAfter(new PlainParameters(refusals), HeaderWriterFilter.class)
                .httpBasic(basic -> basic.authenticationEntryPoint(refusals::restSignIn))
                .exceptionHandling(e -> e.accessDeniedHandler(refusals::denied))
                .authorizeHttpRequests(this::rules)
                .addFilterAfter(new BodyGuard(refusals, clear::contains), AuthorizationFilter.class)
                .addFilterAfter(new StepDoor(steps, refusals), BodyGuard.class)
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain people(
            HttpSecurity http,
            AuthenticationProvider passwordSignIn,
            OidcSignIn oidcSignIn,
            ObjectProvider<ClientRegistrationRepository> provider)
            throws Exception {
        if (provider.getIfAvailable() != null) {
            // OidcSignIn needs the request, which Jersey's settings would bind only behind this chain
            http.addFilterBefore(new RequestContextFilter(), SecurityContextHolderFilter.class);
            http.oauth2Login(login -> login.loginPage("/login")
                    .userInfoEndpoint(info -> info.oidcUserService(oidcSignIn))
                    .securityContextRepository(new NullSecurityContextRepository())
                    .successHandler(stages)
                    .failureHandler(refusals::oidcSignIn));
        }
        return http.authorizeHttpRequests(this::rules)
                .authenticationProvider(passwordSignIn)
                .addFilterAfter(new SessionGuard(sessions), SecurityContextHolderFilter.class)
                // Camunda's pages bring their own token with the same idea
                .csrf(csrf -> csrf.ignoringRequestMatchers(any("/camunda/api/**", "/camunda/app/**")))
                .requestCache(cache -> cache.requestCache(landing.memory()))
                .formLogin(form -> form.loginPage("/login")
                        .authenticationDetailsSource(devices::detailsOf)
                        // whether somebody is signed in now, the stages decide
                        .securityContextRepository(new NullSecurityContextRepository())
                        .successHandler(stages)
                        .failureHandler(refusals::formSignIn)
                        .permitAll())
                .logout(logout -> logout.logoutRequestMatcher(post("/logout", "/camunda/api/*/auth/user/*/logout"))
                        .logoutSuccessHandler(landing::afterLogout))
                .exceptionHandling(
                        e -> e.authenticationEntryPoint(refusals::signInFirst).accessDeniedHandler(refusals::denied))
                .headers(pageHeaders::write)
                .addFilterAfter(new PlainParameters(refusals), HeaderWriterFilter.class)
                .addFilterAfter(new BodyGuard(refusals, clear::contains), AuthorizationFilter.class)
                .addFilterAfter(new StepDoor(steps, refusals), BodyGuard.class)
                .build();
    }

    /** The same for both chains, so that a client can never do more than the person in his browser. */
    private void rules(AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry paths) {
        paths.requestMatchers(Paths.internalDispatch())
                .permitAll()
                .requestMatchers(NEVER)
                .denyAll()
                .requestMatchers(EVERYBODY)
                .permitAll()
                .requestMatchers(ENGINE_REST)
                .access(restDoor::decide)
                .requestMatchers(get("/camunda/api/admin/auth/user/*"))
                .authenticated()
                .requestMatchers(SOP_READERS)
                .hasAnyAuthority(Roles.whoReadTheSop().toArray(String[]::new))
                .requestMatchers(AUDITORS)
                .hasAuthority(Roles.AUDITORS)
                .requestMatchers(EVENT_LOGS)
                .hasAnyAuthority(Roles.whoMayTakeEventLogs().toArray(String[]::new))
                .requestMatchers(MANAGERS)
                .hasAnyAuthority(Roles.whoSeeTheBoard().toArray(String[]::new))
                .requestMatchers(ACCESS_TABLE)
                .hasAnyAuthority(Roles.whoSeeTheAccessTable().toArray(String[]::new))
                .requestMatchers(RECORDS)
                .hasAnyAuthority(Roles.whoReadRecords().toArray(String[]::new))
                .requestMatchers(ERASURES)
                .hasAnyAuthority(Roles.whoErase().toArray(String[]::new))
                .requestMatchers(KEEPERS)
                .hasAnyAuthority(Roles.whoKeepRecords().toArray(String[]::new))
                .requestMatchers(STAFF)
                .authenticated()
                .requestMatchers(FIGURES)
                .hasAnyAuthority(Identities.ADMINISTRATORS, Roles.MONITORS)
                .requestMatchers(ADMINISTRATORS)
                .hasAuthority(Identities.ADMINISTRATORS)
                .anyRequest()
                .denyAll();
    }
}
