using Crm.Domain.Customers;
using Crm.Domain.Service;
using Crm.Persistence.Specification.Infrastructure;
using NodaTime;

namespace Crm.Persistence.Specification.Service;

/// <summary>The database counts contacts as the pure function does.</summary>
public abstract class QueueMetricSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    [SkippableFact]
    public async Task Totals_OfRandomDays_EqualThoseOfTheRecords()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        var random = new Random(7);
        var customers = new List<CustomerId> { await work.RegisterAsync(), await work.RegisterAsync(), await work.RegisterAsync() };
        var queue = await work.QueueAsync("Calls", new QueueSettings { RepeatWindow = Duration.FromDays(1) }, ("ada", new AgentProfile { Capacity = 1000 }));
        var other = await work.QueueAsync("Others", null, ("ada", new AgentProfile { Capacity = 1000 }));
        for (var i = 0; i < 150; i++)
        {
            host.Clock.Advance(Duration.FromMilliseconds(random.Next(1, 30_000_000)));
            var details = new WorkItemDetails { Kind = random.Next(6) == 0 ? WorkItemKind.Callback : WorkItemKind.Interaction, Topic = random.Next(4) switch { 0 => null, 1 => "printer", _ => "invoice" } };
            var item = await work.CallAsync(random.Next(5) == 0 ? other : queue, customers[random.Next(3)], details);
            await work.SaveAsync();
            host.Clock.Advance(Duration.FromMilliseconds(random.Next(0, 40_000)));
            switch (random.Next(6))
            {
                case 0 when item.CanAbandon():
                    (await work.Work().AbandonAsync(item.Id)).ThrowIfFailed();
                    break;
                case 1:
                    (await work.Work().WithdrawAsync(item.Id)).ThrowIfFailed();
                    break;
                case 2:
                    continue;
                default:
                    (await work.Router().AssignAsync(item.Id, "ada")).ThrowIfFailed();
                    if (random.Next(4) == 0)
                    {
                        (await work.Work().TransferAsync(item.Id, item.QueueId == queue ? other : queue)).ThrowIfFailed();
                        await work.SaveAsync();
                        (await work.Router().AssignAsync(item.Id, "ada")).ThrowIfFailed();
                    }

                    host.Clock.Advance(Duration.FromSeconds(random.Next(30, 600)));
                    (await work.Work().FinishAsync(item.Id, random.Next(2) == 0 ? null : new HandlingTime(Duration.FromSeconds(random.Next(100)), Duration.FromSeconds(3), Duration.FromSeconds(9)))).ThrowIfFailed();
                    break;
            }

            await work.SaveAsync();
        }

        var queries = work.Get<IQueueMetricQueries>();
        var (start, end) = (Instant.FromUtc(2026, 6, 1, 0, 0), host.Clock.Now + Duration.FromDays(1));
        foreach (var (from, until) in new[] { (start, end), (start + Duration.FromDays(3), start + Duration.FromDays(9)), (end, end + Duration.FromDays(1)) })
        {
            var window = new MetricsWindow(from, until) { AnswerWithin = Duration.FromMilliseconds(20_000.5), ShortAbandon = Duration.FromSeconds(7), AsOf = host.Clock.Now };
            var all = await queries.RecordsAsync(null, start, end, default).ToListAsync();
            var totals = await queries.TotalsAsync(null, window, default);
            totals.Should().Be(ContactTotals.Of(all, window));
            if (from == start)
            {
                totals.Should().Match<ContactTotals>(t => t.Answered > 20 && t.Abandoned > 5 && t.ShortAbandoned > 0 && t.Callbacks > 5 && t.Transferred > 0 && t.Resolvable > t.FirstContactResolved && t.FirstContactResolved > 0);
            }
        }

        var one = (await work.Get<QueueMetrics>().TotalsAsync(queue, start, end)).Value;
        one.Offered.Should().BeLessThan((await queries.TotalsAsync(null, new MetricsWindow(start, end), default)).Offered);
    }

    [SkippableFact]
    public async Task Now_CountsWaitingAndAgents()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        var customer = await work.RegisterAsync();
        var queue = await work.QueueAsync("Calls", null, ("ada", new AgentProfile()), ("bob", new AgentProfile()), ("carl", new AgentProfile()), ("dora", new AgentProfile()));
        (await work.Agents().BecomeAsync("carl", AgentAvailability.Away)).ThrowIfFailed();
        (await work.Agents().BecomeAsync("dora", AgentAvailability.Offline)).ThrowIfFailed();
        var first = await work.CallAsync(queue, customer);
        await work.SaveAsync();
        (await work.Router().AssignAsync(first.Id, "ada")).ThrowIfFailed();
        await work.CallAsync(queue, customer);
        host.Clock.Advance(Duration.FromSeconds(90));
        await work.CallAsync(queue, customer);
        await work.CallAsync(queue, customer, new WorkItemDetails { Kind = WorkItemKind.Callback, NotBefore = host.Clock.Now + Duration.FromHours(1) });
        await work.SaveAsync();
        (await work.Get<QueueMetrics>().NowAsync()).Value.Should().ContainSingle().Which.Should().Be(
            new QueueStatus(queue, "Calls", true, 2, Duration.FromSeconds(90), 0, 1, 1, 1, 1));
        (await work.Router().NextAsync("bob")).ThrowIfFailed();
        (await work.Work().LineAsync(queue)).Should().HaveCount(1, "the callback waits from its time on");
    }

    [SkippableFact]
    public async Task AgentTime_IsWhatTheAgentWas_AndDidInTheWindow()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        var customer = await work.RegisterAsync();
        var start = host.Clock.Now;
        var queue = await work.QueueAsync("Calls", null, ("ada", new AgentProfile()));
        var call = await work.CallAsync(queue, customer);
        await work.SaveAsync();
        (await work.Router().NextAsync("ada")).ThrowIfFailed();
        host.Clock.Advance(Duration.FromMinutes(30));
        (await work.Work().FinishAsync(call.Id)).ThrowIfFailed();
        host.Clock.Advance(Duration.FromMinutes(30));
        (await work.Agents().BecomeAsync("ada", AgentAvailability.Away)).ThrowIfFailed();
        await work.SaveAsync();
        host.Clock.Advance(Duration.FromMinutes(60));
        (await work.Agents().BecomeAsync("ada", AgentAvailability.Active)).ThrowIfFailed();
        await work.SaveAsync();
        host.Clock.Advance(Duration.FromMinutes(60));

        // Active 60 minutes, away 60, active 60 up to now; 30 minutes handling.
        var time = (await work.Get<QueueMetrics>().AgentTimeAsync("ada", start, start + Duration.FromHours(8))).Value;
        (time.Active, time.Paid, time.Handling).Should().Be((Duration.FromMinutes(120), Duration.FromMinutes(180), Duration.FromMinutes(30)));
        time.Occupancy.Should().Be(.25);
        time.Utilisation.Should().BeApproximately(1 / 6d, 1e-12);
        (await work.Get<QueueMetrics>().AgentTimeAsync("eve", start, start)).Errors.Should().ContainSingle(e => e.Code == "QueueAgentNotFound");
        (await work.Get<QueueMetrics>().AgentTimeAsync(null, start, start - Duration.FromHours(1))).Errors.Should().ContainSingle(e => e.Code == "InvalidValue");
    }
}
