using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Persistence.EfCore.Saving;
using Crm.Persistence.Specification.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Crm.Persistence.Specification.Registration;

/// <summary>The library lives in the host's own context, however and whenever the host registers it.</summary>
[Trait("Check", "XC-11")]
public abstract class RegistrationSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    [SkippableTheory]
    [InlineData(ContextRegistration.Context, false)]
    [InlineData(ContextRegistration.Context, true)]
    [InlineData(ContextRegistration.Pool, false)]
    [InlineData(ContextRegistration.Pool, true)]
    [InlineData(ContextRegistration.Factory, false)]
    [InlineData(ContextRegistration.Factory, true)]
    [InlineData(ContextRegistration.PooledFactory, false)]
    [InlineData(ContextRegistration.PooledFactory, true)]
    public async Task Context_RegisteredAnyWay_SavesOnceAndReads(ContextRegistration registration, bool afterCrm)
    {
        var host = await OpenAsync<SpecificationContext>((await SharedHostAsync<SpecificationContext>()).ConnectionString, s =>
        {
            s.Registration = registration;
            s.RegisterContextAfterCrm = afterCrm;
        });
        CustomerId id;
        await using (var work = host.Work())
        {
            id = await work.RegisterAsync();
        }

        await using var reader = host.Work();
        (await reader.Customers.FindAsync(id)).Should().NotBeNull();
        (await Traces.OfAsync(host, id.Value)).Audit.Should().ContainSingle("the interceptor is there, and once");
    }

    [SkippableFact]
    public async Task AddCrm_Twice_AddsTheInterceptorOnceAndKeepsBothSettings()
    {
        var host = await OpenAsync<SpecificationContext>((await SharedHostAsync<SpecificationContext>()).ConnectionString, s =>
            s.Services = services => services.AddCrm(o => o.BusinessTimeZone = "Europe/Rome").UseEntityFrameworkCore<SpecificationContext>(o => o.BatchSize = 7));
        await using var work = host.Work();
        var id = await work.RegisterAsync();
        (await Traces.OfAsync(host, id.Value)).Should().Match<Traces>(t => t.Audit.Count == 1 && t.Outbox.Count == 1 && t.Timeline.Count == 1);
        work.Get<IOptions<CrmPersistenceOptions>>().Value.BatchSize.Should().Be(7);
        work.Get<IOptions<CrmOptions>>().Value.BusinessTimeZone.Should().Be("Europe/Rome");
    }

    [SkippableFact]
    public async Task UseEntityFrameworkCore_AnotherContext_IsRefusedByName()
    {
        await Task.CompletedTask;
        var crm = new ServiceCollection().AddCrm().UseEntityFrameworkCore<SpecificationContext>();
        var second = () => crm.UseEntityFrameworkCore<TenantContext>();
        second.Should().Throw<InvalidOperationException>().WithMessage($"*{nameof(SpecificationContext)}*");
    }

    [SkippableFact]
    public async Task Services_RegisteredByTheHostBefore_Stay()
    {
        var host = await OpenAsync<SpecificationContext>((await SharedHostAsync<SpecificationContext>()).ConnectionString, s =>
            s.Services = services => services.AddScoped<ICustomerStore, NoCustomers>());
        await using var work = host.Work();
        work.Get<ICustomerStore>().Should().BeOfType<NoCustomers>();
        (await work.Customers.FindAsync(CustomerId.New(host.Clock.Now))).Should().BeNull();
    }

    [SkippableFact]
    public async Task Context_WithoutTheModel_FailsAtFirstResolveByNamingWhatToCall()
    {
        var host = await OpenAsync<EmptyContext>((await SharedHostAsync<SpecificationContext>()).ConnectionString);
        await using var work = host.Work();
        var resolve = () => work.Customers;
        resolve.Should().Throw<InvalidOperationException>().WithMessage($"*{nameof(EmptyContext)}*ICrmDbContext*ApplyCrm(this)*");
        var script = () => work.Get<EmptyContext>().Database.GenerateCrmScript();
        script.Should().Throw<InvalidOperationException>().WithMessage("*ApplyCrm(this)*");
    }

    [SkippableFact]
    public async Task Options_WithSeveralProblems_NameAllOfThem()
    {
        var host = await OpenAsync<SpecificationContext>((await SharedHostAsync<SpecificationContext>()).ConnectionString, s => s.Persistence = o =>
        {
            o.BatchSize = 0;
            o.MaxAttempts = 0;
            o.PollInterval = TimeSpan.Zero;
            o.LeaseDuration = TimeSpan.FromSeconds(-1);
            o.Memory = TimeSpan.FromDays(1);
        });
        var resolve = () => host.Services.GetRequiredService<IOptions<CrmPersistenceOptions>>().Value;
        resolve.Should().Throw<OptionsValidationException>().Which.Failures.Should().HaveCount(5)
            .And.Contain(f => f.Contains("BatchSize")).And.Contain(f => f.Contains("Memory"));
        await using var work = host.Work();
        var use = () => work.Customers;
        use.Should().Throw<OptionsValidationException>();
    }

    [SkippableFact]
    public async Task Options_UnknownZone_AreRefused()
    {
        var host = await OpenAsync<SpecificationContext>((await SharedHostAsync<SpecificationContext>()).ConnectionString, s => s.Crm = o => o.BusinessTimeZone = "Atlantis/Capital");
        await using var work = host.Work();
        var use = () => work.Orders;
        use.Should().Throw<OptionsValidationException>().WithMessage("*BusinessTimeZone*IANA*");
    }

    [SkippableFact]
    public async Task Scope_FromTheHostsSource_IsUsed()
    {
        var host = await OpenAsync<SpecificationContext>((await SharedHostAsync<SpecificationContext>()).ConnectionString, s =>
            s.Services = services => services.AddCrm().UseScope(_ => new CrmScope(Actor.Agent("source"))));
        await using var scope = host.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var customer = (await services.GetRequiredService<CustomerDirectory>().RegisterAsync(new NewCustomer { OrganisationName = "Source Ltd" })).Value;
        (await services.GetRequiredService<Crm.Domain.Primitives.ICrmUnitOfWork>().SaveAsync()).Succeeded.Should().BeTrue();
        (await Traces.OfAsync(host, customer.Id.Value)).Audit.Should().ContainSingle().Which.ActorId.Should().Be("source");
    }

    [SkippableFact]
    public async Task FrontDoor_WithoutScope_SaysWhatToCall()
    {
        var host = await OpenAsync<SpecificationContext>((await SharedHostAsync<SpecificationContext>()).ConnectionString);
        await using var scope = host.Services.CreateAsyncScope();
        var register = () => scope.ServiceProvider.GetRequiredService<CustomerDirectory>().RegisterAsync(new NewCustomer { OrganisationName = "Nobody's Ltd" });
        await register.Should().ThrowAsync<InvalidOperationException>().WithMessage("*CrmScopeAccessor.Set*ICrmScopeFactory*UseScope*");
    }

    [SkippableFact]
    public async Task ReadyMadeContext_HoldsEveryArea()
    {
        var host = await HostAsync<CrmDbContext>();
        await using var work = host.Work();
        await work.RegisterAsync(Known.Anna);
        await work.AddProductAsync("kettle", 10);
        (await work.Context.Set<AuditEntry>().CountAsync()).Should().Be(2);
    }

    private sealed class NoCustomers : ICustomerStore
    {
        public Task<Customer?> FindAsync(CustomerId id, CancellationToken cancellationToken) => Task.FromResult<Customer?>(null);

        public Task<Customer?> FindByReferenceAsync(Crm.Domain.Values.ExternalReference reference, CancellationToken cancellationToken) => Task.FromResult<Customer?>(null);

        public void Add(Customer customer) => throw new NotSupportedException();
    }
}
