package cn.gov.zhuozhou.aid.disbursement;

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

/** A component test of this service: real PostgreSQL, real Kafka, signed tokens. */
@QuarkusTest
@QuarkusTestResource(
        value = PostgresResource.class,
        initArgs = @ResourceArg(name = PostgresResource.DATABASE, value = "aid_disbursement"))
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(IdentityResource.class)
@QuarkusTestResource(RegistryStandIn.class)
@ExtendWith(TwinPosts.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface DisbursementTest {}
