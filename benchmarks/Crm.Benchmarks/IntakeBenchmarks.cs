using System.Globalization;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using Crm.Domain.Intake;
using Crm.Domain.Interactions;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Benchmarks;

/// <summary>
/// 5,000 mails of 1,000 new senders, one in two the answer to one before it: known again, threaded, and written as customers, cases,
/// contacts, audit, timeline and events; goal: at least 1,000 a second on SQLite.
/// </summary>
[SimpleJob(RunStrategy.Monitoring, launchCount: 1, warmupCount: 1, iterationCount: 3)]
[MinColumn, MaxColumn]
public class IntakeBenchmarks
{
    private const int Messages = 5_000;
    private const int Senders = 1_000;

    private CopiedRows _rows = null!;
    private BenchmarkHost _host = null!;

    [Params(Database.Sqlite, Database.PostgreSql)]
    public Database Kind { get; set; }

    [GlobalSetup]
    public void GlobalSetup()
    {
        var source = BenchmarkHost.StartAsync(Kind).GetAwaiter().GetResult();
        TakeAsync(source).GetAwaiter().GetResult();
        _rows = CopiedRows.Read(Kind, source.ConnectionString);
        source.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }

    [IterationSetup]
    public void Setup() => _host = BenchmarkHost.StartAsync(Kind).GetAwaiter().GetResult();

    [IterationCleanup]
    public void Cleanup() => _host.DisposeAsync().AsTask().GetAwaiter().GetResult();

    [Benchmark(Baseline = true)]
    public int PreparedInserts() => _rows.Insert(Kind, _host.ConnectionString);

    [Benchmark]
    public Task<int> MessageIntake() => TakeAsync(_host);

    private static async Task<int> TakeAsync(BenchmarkHost host)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var results = (await scope.ServiceProvider.GetRequiredService<MessageIntake>().TakeAllAsync([.. Mails()])).Value;
        return results.Count(r => r.Outcome is IntakeOutcome.NewCase or IntakeOutcome.FollowUp) == Messages ? Messages : throw new InvalidOperationException("Not every mail was taken.");
    }

    private static IEnumerable<InboundMessage> Mails()
    {
        for (var i = 0; i < Messages; i++)
        {
            var (id, answered) = (i.ToString(CultureInfo.InvariantCulture), i % 2 == 0 ? i : i - 1);
            yield return new InboundMessage(Channels.Email, new($"sender{answered / 2 % Senders}@example.org", $"Sender {answered / 2 % Senders}"))
            {
                MessageId = $"<{id}@example.org>",
                InReplyTo = i == answered ? null : $"<{answered.ToString(CultureInfo.InvariantCulture)}@example.org>",
                To = [new("help@shop.example")],
                Subject = i == answered ? $"Question {id}" : $"Re: Question {answered.ToString(CultureInfo.InvariantCulture)}",
                Text = "The kettle does not boil any more. I have descaled it twice and tried another socket.\n\nBest regards\n\n-- \nSomebody",
            };
        }
    }
}
