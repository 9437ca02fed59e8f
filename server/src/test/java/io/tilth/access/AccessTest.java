package io.tilth.access;

import io.tilth.ServerTest;
import io.tilth.kernel.KernelProbe;
import io.tilth.tenancy.Tenants;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/** Runs the server with the probe's door and without the rooms that are next door. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ServerTest
@Import({KernelProbe.class, Staff.class})
@MockitoBean(types = {Links.class, Sessions.class, SupportDoor.class, Tenants.class})
public @interface AccessTest {}
