using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.Service;
using Crm.Persistence.EfCore.Outbox;
using Crm.Persistence.EfCore.Service;
using Crm.Persistence.Specification.Infrastructure;
using Crm.Persistence.Specification.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Crm.Persistence.Specification.Service;

/// <summary>Hosts with service levels, and the words in which tests of deadlines speak.</summary>
public abstract class PromisedCaseSpecification<TFixture>(TFixture fixture) : OutboxSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    protected LevelsOfTest Levels { get; } = new();

    /// <summary>A host whose handlers note every level that is raised.</summary>
    protected Action<HostSetup> Watching(Action<IServiceCollection>? more = null, Action<HostSetup>? setup = null) => Handling(
        services =>
        {
            services.AddSingleton<IServiceLevelBook>(Levels);
            services.AddScoped<ICrmEventHandler<SlaWarningRaised>, NotingHandler<SlaWarningRaised>>();
            services.AddScoped<ICrmEventHandler<SlaBreached>, NotingHandler<SlaBreached>>();
            services.AddScoped<ICrmEventHandler<SlaEscalated>, NotingHandler<SlaEscalated>>();
            more?.Invoke(services);
        },
        setup);

    protected static async Task<ServiceCaseId> OpenAsync<TContext>(CrmTestHost<TContext> host, CasePriority priority = CasePriority.Normal, string subject = "Stays cold")
        where TContext : DbContext, ICrmDbContext
    {
        await using var work = host.Work();
        var opened = (await work.Desk.OpenAsync(new CaseDetails(await CustomerAsync(work), subject) { Priority = priority, Description = "It does nothing." })).Value;
        await work.SaveAsync();
        return opened.Id;
    }

    protected static async Task<CustomerId> CustomerAsync<TContext>(CrmWork<TContext> work)
        where TContext : DbContext, ICrmDbContext =>
        await work.Context.Set<Person>().AsNoTracking().Select(p => (CustomerId?)p.Id).FirstOrDefaultAsync() ?? await work.RegisterAsync();

    /// <summary>One act of the desk, saved.</summary>
    protected static async Task ActAsync<TContext>(CrmTestHost<TContext> host, Func<ServiceDesk, Task<CrmResult<ServiceCase>>> act)
        where TContext : DbContext, ICrmDbContext
    {
        await using var work = host.Work();
        (await act(work.Desk)).ThrowIfFailed();
        await work.SaveAsync();
    }

    protected static async Task<IReadOnlyList<ServiceDeadline>> DeadlinesAsync<TContext>(CrmTestHost<TContext> host, ServiceCaseId id)
        where TContext : DbContext, ICrmDbContext
    {
        await using var work = host.Work();
        return await work.Get<ServiceDeadlines>().OfCaseAsync(id);
    }

    protected static async Task<ServiceDeadline> DeadlineAsync<TContext>(CrmTestHost<TContext> host, ServiceCaseId id, SlaTarget target, int ordinal = 1)
        where TContext : DbContext, ICrmDbContext => (await DeadlinesAsync(host, id)).Single(d => d.Target == target && d.Ordinal == ordinal);

    /// <summary>One pass of the monitor as the hosted service makes it.</summary>
    protected static Task<int> RaiseAsync<TContext>(CrmTestHost<TContext> host)
        where TContext : DbContext, ICrmDbContext => host.Services.GetRequiredService<IServiceLevelRounds>().RaiseAsync();

    /// <summary>What was raised so far, as events in the outbox in the order in which they were raised.</summary>
    protected static async Task<IReadOnlyList<string>> RaisedAsync<TContext>(CrmTestHost<TContext> host)
        where TContext : DbContext, ICrmDbContext
    {
        await using var work = host.Work();
        var events = await work.Context.Set<OutboxMessage>().AsNoTracking().Where(m => m.EventName.StartsWith("service.sla-")).ToListAsync();
        var levels = await work.Context.Set<RaisedLevel>().AsNoTracking()
            .Join(work.Context.Set<ServiceDeadline>(), r => r.DeadlineId, d => d.Id, (r, d) => new { d.Target, d.Ordinal, r.Level, r.RaisedAt, r.ReachedAt }).ToListAsync();
        events.Should().HaveCount(levels.Count, "what is remembered as raised has one event each");
        return [.. levels.OrderBy(l => l.RaisedAt).ThenBy(l => l.ReachedAt).ThenBy(l => l.Target).Select(l => $"{l.Target} {l.Ordinal} {l.Level}")];
    }

    protected static Instant At(int month, int day, int hour, int minute = 0) =>
        new LocalDateTime(2026, month, day, hour, minute).InZoneStrictly(DateTimeZoneProviders.Tzdb["Europe/Rome"]).ToInstant();
}
