package cn.gov.zhuozhou.aid.accountability;

import cn.gov.zhuozhou.aid.accountability.casefile.RegistryAddress;
import cn.gov.zhuozhou.aid.chassis.testing.IdentityResource;
import cn.gov.zhuozhou.aid.chassis.testing.KafkaResource;
import cn.gov.zhuozhou.aid.chassis.testing.PostgresResource;
import cn.gov.zhuozhou.aid.chassis.testing.TwinPosts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/** The one configuration of all component tests: the service on a real database and broker, with signed tokens. */
@QuarkusTest
@QuarkusTestResource(
        value = PostgresResource.class,
        initArgs = @ResourceArg(name = PostgresResource.DATABASE, value = "accountability"))
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(IdentityResource.class)
@QuarkusTestResource(RegistryAddress.class)
@ExtendWith(TwinPosts.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ServiceTest {}
