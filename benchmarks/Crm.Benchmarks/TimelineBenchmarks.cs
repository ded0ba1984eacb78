using BenchmarkDotNet.Attributes;
using Crm.Domain.Interactions;
using Crm.Domain.Primitives;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Benchmarks;

/// <summary>A page of 50 rows out of 1,000,000 of 10,000 customers; goal: at most 1.5 times hand-written ADO.NET.</summary>
[MinColumn, MaxColumn, MemoryDiagnoser]
public class TimelineBenchmarks
{
    private const int Customers = 10_000;
    private const int EntriesEach = 100;
    private const int Pages = 200;

    private readonly Guid[] _subjects = new Guid[Customers];
    private BenchmarkHost _host = null!;
    private Random _random = null!;

    [Params(Database.Sqlite, Database.PostgreSql)]
    public Database Kind { get; set; }

    [GlobalSetup]
    public async Task SetupAsync()
    {
        _host = await BenchmarkHost.StartAsync(Kind);
        Fill();
    }

    [IterationSetup]
    public void Restart() => _random = new Random(42);

    [GlobalCleanup]
    public async Task CleanupAsync() => await _host.DisposeAsync();

    [Benchmark(Baseline = true, OperationsPerInvoke = Pages)]
    public async Task<int> HandWritten()
    {
        var rows = 0;
        for (var page = 0; page < Pages; page++)
        {
            await using var connection = AdoNet.Connect(Kind, _host.ConnectionString);
            await using var command = connection.Command("""
                select e."Id", e."At", e."Kind", e."Channel", e."Direction", e."ActorName", e."Audience", e."ReferenceKind", e."ReferenceId", e."Text"
                from (select "EntryId", "At" from crm_timeline_links where "SubjectId" = @subject order by "At" desc, "EntryId" desc limit 51) l
                join crm_timeline_entries e on e."Id" = l."EntryId"
                order by e."At" desc, e."Id" desc
                """);
            command.With("subject", _subjects[_random.Next(Customers)]);
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                var item = (
                    reader.GetGuid(0),
                    reader.GetDateTime(1),
                    reader.GetString(2),
                    reader.IsDBNull(3) ? null : reader.GetString(3),
                    reader.IsDBNull(4) ? null : reader.GetString(4),
                    reader.GetString(5),
                    reader.GetString(6),
                    reader.IsDBNull(7) ? null : reader.GetString(7),
                    reader.IsDBNull(8) ? (Guid?)null : reader.GetGuid(8),
                    reader.GetString(9));
                rows += item.Item10.Length > 0 ? 1 : 0;
            }
        }

        return rows;
    }

    [Benchmark(OperationsPerInvoke = Pages)]
    public async Task<int> ContactHistoryPage()
    {
        var rows = 0;
        for (var page = 0; page < Pages; page++)
        {
            await using var scope = _host.Services.CreateAsyncScope();
            var history = scope.ServiceProvider.GetRequiredService<ContactHistory>();
            var items = await history.TimelineAsync(new SubjectReference(SubjectKinds.Customer, _subjects[_random.Next(Customers)]));
            rows += items.Items.Count;
        }

        return rows;
    }

    private void Fill()
    {
        using var connection = AdoNet.Connect(Kind, _host.ConnectionString);
        using var transaction = connection.BeginTransaction();
        using var entry = connection.Command("""
            insert into crm_timeline_entries ("Id", "At", "Kind", "Channel", "Direction", "ActorId", "ActorName", "Audience", "ReferenceKind", "ReferenceId", "Text")
            values (@id, @at, 'interaction', 'phone', 'Inbound', 'ada', 'Ada Agent', 'Customer', 'interaction', @reference, @text)
            """, transaction);
        using var link = connection.Command("""
            insert into crm_timeline_links ("EntryId", "SubjectId", "SubjectKind", "At", "Kind", "Audience")
            values (@id, @subject, 'customer', @at, 'interaction', 'Customer')
            """, transaction);
        var (id, at, reference, text) = (entry.With("id", Guid.Empty), entry.With("at", DateTime.UnixEpoch), entry.With("reference", Guid.Empty), entry.With("text", ""));
        var (linkId, subject, linkAt) = (link.With("id", Guid.Empty), link.With("subject", Guid.Empty), link.With("at", DateTime.UnixEpoch));
        var random = new Random(7);
        var bytes = new byte[16];
        Guid Next()
        {
            random.NextBytes(bytes);
            return new Guid(bytes);
        }

        for (var i = 0; i < Customers; i++)
        {
            _subjects[i] = Next();
        }

        var start = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        for (var i = 0; i < Customers * EntriesEach; i++)
        {
            id.Value = linkId.Value = Next();
            at.Value = linkAt.Value = start.AddMilliseconds(i * 37L);
            reference.Value = Next();
            text.Value = $"Asked about order {i}";
            subject.Value = _subjects[i % Customers];
            entry.ExecuteNonQuery();
            link.ExecuteNonQuery();
        }

        transaction.Commit();
        connection.Execute("analyze");
    }
}
