using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Persistence.Specification.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Persistence.Specification.Registration;

/// <summary>A pooled context does not act for whoever had it before.</summary>
public abstract class PooledContextSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    private static readonly CrmScope s_first = new(Actor.Agent("first")) { TenantId = "one" };
    private static readonly CrmScope s_second = new(Actor.Agent("second")) { TenantId = "two" };

    [SkippableTheory]
    [InlineData(ContextRegistration.Pool)]
    [InlineData(ContextRegistration.PooledFactory)]
    public async Task Scope_OfAUsedContext_IsGoneAtTheNextCheckout(ContextRegistration registration)
    {
        var host = await PooledAsync(registration);
        TenantContext context;
        await using (var work = host.Work(s_first))
        {
            await work.RegisterAsync();
            context = work.Get<TenantContext>();
        }

        await using var scope = host.Services.CreateAsyncScope();
        var next = scope.ServiceProvider.GetRequiredService<TenantContext>();
        next.Should().BeSameAs(context, "else this test proves nothing");
        next.CrmScope.Should().BeNull();
        (await next.Set<Customer>().CountAsync()).Should().Be(0, "no tenant sees nothing");
        var add = () => next.Add(new Organisation(CustomerId.New(host.Clock.Now), "Leak Ltd", host.Clock.Now));
        add.Should().Throw<InvalidOperationException>().WithMessage("*CrmScope*tenant*");
    }

    [SkippableTheory]
    [InlineData(ContextRegistration.Pool)]
    [InlineData(ContextRegistration.PooledFactory)]
    public async Task Scope_SetOnAContextThatDidNothing_IsGoneAtTheNextCheckout(ContextRegistration registration)
    {
        var host = await PooledAsync(registration);
        TenantContext context;
        await using (var scope = host.Services.CreateAsyncScope())
        {
            context = scope.ServiceProvider.GetRequiredService<TenantContext>();
            context.CrmScope = s_first;
        }

        await using var again = host.Services.CreateAsyncScope();
        var next = again.ServiceProvider.GetRequiredService<TenantContext>();
        next.Should().BeSameAs(context, "else this test proves nothing");
        next.CrmScope.Should().BeNull();
    }

    [SkippableTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Scope_OfAContextFromThePooledFactory_IsGoneAtTheNextCheckout(bool isUsed)
    {
        var host = await PooledAsync(ContextRegistration.PooledFactory);
        var factory = host.Services.GetRequiredService<IDbContextFactory<TenantContext>>();
        TenantContext context;
        await using (context = await factory.CreateDbContextAsync())
        {
            context.CrmScope = s_first;
            if (isUsed)
            {
                context.Add(new Organisation(CustomerId.New(host.Clock.Now), "Mine Ltd", host.Clock.Now));
                await context.SaveChangesAsync();
            }
        }

        await using var next = await factory.CreateDbContextAsync();
        next.Should().BeSameAs(context, "else this test proves nothing");
        next.CrmScope.Should().BeNull();
        (await next.Set<Customer>().CountAsync()).Should().Be(0);
    }

    [SkippableTheory]
    [InlineData(ContextRegistration.Pool)]
    [InlineData(ContextRegistration.PooledFactory)]
    public async Task Scopes_ThatTakeTurns_SeeTheirOwnTenantOnly(ContextRegistration registration)
    {
        var host = await PooledAsync(registration);
        for (var turn = 0; turn < 6; turn++)
        {
            await using var work = host.Work(turn % 2 == 0 ? s_first : s_second);
            await work.RegisterAsync();
            (await work.Customers.ListAsync(new CustomerCriteria())).Items.Should().HaveCount(1 + (turn / 2));
        }
    }

    // EF Core resets what a context's own services hold, and a context has those from its first use on.
    private async Task<CrmTestHost<TenantContext>> PooledAsync(ContextRegistration registration)
    {
        var host = await HostAsync<TenantContext>(s =>
        {
            s.Registration = registration;
            s.Scope = s_first;
        });
        await host.CreateTablesAsync();
        return host;
    }
}
