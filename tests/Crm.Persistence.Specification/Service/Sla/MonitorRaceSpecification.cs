using System.Collections.Concurrent;
using System.Globalization;
using Crm.Domain.Service;
using Crm.Persistence.EfCore.Outbox;
using Crm.Persistence.EfCore.Service;
using Crm.Persistence.Specification.Crash;
using Crm.Persistence.Specification.Infrastructure;
using Crm.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Crm.Persistence.Specification.Service;

/// <summary>Several monitors on one database, alive and killed, raise every level exactly once.</summary>
[Trait("Check", "SC-12")]
public abstract class MonitorRaceSpecification<TFixture>(TFixture fixture) : PromisedCaseSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    private static readonly SlaTerms s_terms = new(LevelsOfTest.Office) { Resolution = SlaDuration.OfMinutes(240) };

    [SkippableFact]
    public async Task FourMonitorsAtOnce_RaiseEveryLevelExactlyOnce()
    {
        const int cases = 300;
        var host = await HostAsync(Watching());
        await FillAsync(host, cases);
        var raised = new ConcurrentBag<(ServiceCaseId, string)>();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            while (true)
            {
                await using var work = host.Work();
                foreach (var alarm in (await work.Get<ServiceLevelMonitor>().RaiseDueAsync(25)).Value)
                {
                    raised.Add((alarm.CaseId, alarm.Level));
                }

                if (await work.Get<ServiceLevelMonitor>().NextDueAsync() is null)
                {
                    return;
                }
            }
        })));

        raised.Should().OnlyHaveUniqueItems().And.HaveCount(2 * cases);
        await CheckAsync(host, cases);
    }

    /// <summary>1,000 deadlines; 100,000 in the full run.</summary>
    [SkippableFact]
    public async Task TwoProcesses_RaiseEveryDeadlineExactlyOnce()
    {
        var cases = TestScale.Count(1_000, 100_000);
        var host = await HostAsync(Watching());
        await FillAsync(host, cases);
        await using var first = WorkerProcess.StartMonitor(Database.Provider, host.ConnectionString);
        await using var second = WorkerProcess.StartMonitor(Database.Provider, host.ConnectionString);
        await Task.WhenAll(first.GoAsync(), second.GoAsync());
        await Task.WhenAll(first.CompletedAsync(), second.CompletedAsync());

        first.Acknowledged.Concat(second.Acknowledged).Sum(a => a.Version).Should().Be(2 * cases);
        await CheckAsync(host, cases);
    }

    [SkippableFact]
    public async Task ProcessKilledWhileItRaises_IsFollowedByOneThatGoesOn()
    {
        var kills = TestScale.Count(3, 20);
        var cases = kills * 1_500;
        var host = await HostAsync(Watching());
        await FillAsync(host, cases);
        var random = new Random(20260603);
        for (var kill = 0; kill < kills; kill++)
        {
            await using var worker = WorkerProcess.StartMonitor(Database.Provider, host.ConnectionString);
            await worker.GoAsync();
            await worker.AcknowledgementAsync();
            Thread.SpinWait(random.Next(2_000_000));
            await worker.KillAsync();
            await using var work = host.Work();
            var stored = await work.Context.Set<RaisedLevel>().CountAsync();
            stored.Should().BeGreaterThanOrEqualTo((int)worker.Acknowledged.Sum(a => a.Version), "what was acknowledged is there");
            (await work.Context.Set<OutboxMessage>().CountAsync(m => m.EventName.StartsWith("service.sla-"))).Should().Be(stored, "memory and events are saved together");
        }

        host.Clock.Now = SystemClock.Instance.GetCurrentInstant();
        var rounds = host.Services.GetRequiredService<IServiceLevelRounds>();
        while (await rounds.RaiseAsync() > 0)
        {
        }

        await CheckAsync(host, cases);
    }

    private static async Task CheckAsync(CrmTestHost<SpecificationContext> host, int cases)
    {
        await using var work = host.Work();
        (await work.Context.Set<ServiceDeadline>().CountAsync(d => d.NextAlarmAt != null)).Should().Be(0);
        (await work.Context.Set<RaisedLevel>().CountAsync()).Should().Be(2 * cases);
        var events = await work.Context.Set<OutboxMessage>().AsNoTracking().Where(m => m.EventName.StartsWith("service.sla-"))
            .Select(m => new { m.AggregateId, m.EventName, m.AggregateVersion, m.Ordinal }).ToListAsync();
        events.Should().HaveCount(2 * cases);
        events.GroupBy(e => (e.AggregateId, e.EventName)).Should().HaveCount(2 * cases, "each case has one warning and one breach");
        events.GroupBy(e => (e.AggregateId, e.AggregateVersion, e.Ordinal)).Should().HaveCount(2 * cases, "their order is told");
    }

    // One case through the desk, multiplied by the database: this test is about raising. All levels have come long ago, by whatever clock.
    private async Task FillAsync(CrmTestHost<SpecificationContext> host, int cases)
    {
        Levels.Promise(s_terms, EscalationLevel.Warning);
        host.Clock.Now = Instant.FromUtc(2020, 6, 1, 7, 0);
        await OpenAsync(host);
        host.Clock.Now = Instant.FromUtc(2026, 6, 1, 7, 0);
        await using var work = host.Work();
        var context = work.Context;
        var isSqlite = context.Database.ProviderName!.Contains("Sqlite", StringComparison.Ordinal);
        string Id(string of) => isSqlite
            ? $"printf('{of}0000000-0000-7000-8000-%012X', n)"
            : $"('{of}0000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid";
        var number = isSqlite ? "'X-' || n" : "'X-' || n::text";
        await MultiplyAsync(typeof(ServiceCase), c => c switch { "Id" => Id("A"), "Number" => number, _ => $"\"{c}\"" });
        await MultiplyAsync(typeof(ServiceDeadline), c => c switch { "Id" => Id("B"), "CaseId" => Id("A"), _ => $"\"{c}\"" });

        async Task MultiplyAsync(Type type, Func<string, string> value)
        {
            var entity = context.Model.FindEntityType(type)!;
            var columns = entity.GetProperties().Select(p => p.GetColumnName()).ToList();
#pragma warning disable RS0030, EF1002 // Names and numbers of this test alone.
            await context.Database.ExecuteSqlRawAsync($"""
                insert into {entity.GetTableName()} ({string.Join(", ", columns.Select(c => $"\"{c}\""))})
                with recursive series(n) as (select 1 union all select n + 1 from series where n < {(cases - 1).ToString(CultureInfo.InvariantCulture)})
                select {string.Join(", ", columns.Select(value))} from {entity.GetTableName()}, series
                """);
#pragma warning restore RS0030, EF1002
        }
    }
}
