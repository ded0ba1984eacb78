using System.Globalization;
using BenchmarkDotNet.Attributes;
using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Benchmarks;

/// <summary>Customers by the beginnings of two words, or by a number, out of 1,000,000; goal: at most 1.5 times hand-written ADO.NET.</summary>
[MinColumn, MaxColumn, MemoryDiagnoser]
public class SearchBenchmarks
{
    private const int Customers = 1_000_000;
    private const int GivenNames = 500;
    private const int FamilyNames = 20_000;
    private const int Searches = 200;

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

    [Benchmark(Baseline = true, OperationsPerInvoke = Searches)]
    public async Task<int> HandWritten()
    {
        var rows = 0;
        for (var search = 0; search < Searches; search++)
        {
            var words = Text(search).Split(' ');
            var where = string.Join(" and ", words.Select((_, i) =>
                $"c.\"Id\" in (select k.\"CustomerId\" from crm_customer_keys k where k.\"Kind\" = 'word' and k.\"Key\" >= @from{i} and k.\"Key\" < @to{i})"));
            await using var connection = AdoNet.Connect(Kind, _host.ConnectionString);
            await using var command = connection.Command(
                "select c.\"Id\", c.\"CustomerKind\", c.\"DisplayName\", c.\"CreatedAt\", " + Primary("Email") + ", " + Primary("Phone") + ", " + Primary("Mobile")
                + " from crm_customers c where " + where + " order by c.\"CreatedAt\" desc, c.\"Id\" desc limit 51");
            for (var i = 0; i < words.Length; i++)
            {
                command.With($"from{i}", words[i]);
                command.With($"to{i}", words[i] + "\U0010FFFF");
            }

            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                var item = (reader.GetGuid(0), reader.GetString(1), reader.GetString(2), reader.GetDateTime(3), reader.IsDBNull(4) ? null : reader.GetString(4), reader.IsDBNull(5) ? null : reader.GetString(5));
                rows += item.Item3.Length > 0 ? 1 : 0;
            }
        }

        return rows;
    }

    [Benchmark(OperationsPerInvoke = Searches)]
    public async Task<int> CustomerDirectoryText()
    {
        var rows = 0;
        for (var search = 0; search < Searches; search++)
        {
            await using var scope = _host.Services.CreateAsyncScope();
            var page = await scope.ServiceProvider.GetRequiredService<CustomerDirectory>().ListAsync(new CustomerCriteria { Text = Text(search) }, PageRequest.First);
            rows += page.Items.Count;
        }

        return rows;
    }

    private static string Primary(string kind) =>
        $"(select p.\"Value\" from crm_contact_points p where p.\"CustomerId\" = c.\"Id\" and p.\"IsPrimary\" and p.\"Kind\" = '{kind}' limit 1)";

    private static string Given(int i) => "given" + (i % GivenNames).ToString("D3", CultureInfo.InvariantCulture);

    private static string Family(int i) => "family" + (i * 7 % FamilyNames).ToString("D5", CultureInfo.InvariantCulture);

    // A whole family name and the beginning of a given name, or an e-mail address.
    private string Text(int search)
    {
        var i = _random.Next(Customers);
        return search % 2 == 0 ? $"{Family(i)} {Given(i)[..6]}" : $"person{i}@ex";
    }

    private void Fill()
    {
        using var connection = AdoNet.Connect(Kind, _host.ConnectionString);
        using var transaction = connection.BeginTransaction();
        using var customer = connection.Command("""
            insert into crm_customers ("Id", "DisplayName", "NameFolded", "CreatedAt", "CustomerKind", "Stage", "StageSince", "NameGiven", "NameFamily", "Version")
            values (@id, @name, @name, @at, 'Person', 'Customer', @at, @given, @family, 1)
            """, transaction);
        using var point = connection.Command("""
            insert into crm_contact_points ("Id", "Kind", "Value", "Key", "IsPrimary", "CustomerId", "Use") values (@point, 'Email', @email, @email, @true, @id, 'Unspecified')
            """, transaction);
        using var key = connection.Command("""insert into crm_customer_keys ("CustomerId", "Ordinal", "Kind", "Key") values (@id, @ordinal, 'word', @key)""", transaction);
        var (id, name, at, given, family) = (customer.With("id", Guid.Empty), customer.With("name", ""), customer.With("at", DateTime.UnixEpoch), customer.With("given", ""), customer.With("family", ""));
        var (pointId, email, pointOf) = (point.With("point", Guid.Empty), point.With("email", ""), point.With("id", Guid.Empty));
        point.With("true", true);
        var (keyOf, ordinal, value) = (key.With("id", Guid.Empty), key.With("ordinal", 0), key.With("key", ""));
        var start = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        for (var i = 0; i < Customers; i++)
        {
            at.Value = start.AddSeconds(i);
            id.Value = pointOf.Value = keyOf.Value = CustomerId.New(NodaTime.Instant.FromDateTimeUtc(start.AddSeconds(i))).Value;
            pointId.Value = ContactPointId.New(NodaTime.Instant.FromDateTimeUtc(start.AddSeconds(i))).Value;
            (given.Value, family.Value, name.Value, email.Value) = (Given(i), Family(i), $"{Given(i)} {Family(i)}", $"person{i}@example.org");
            customer.ExecuteNonQuery();
            point.ExecuteNonQuery();
            foreach (var (word, number) in new[] { Given(i), Family(i), $"person{i}@example.org", "example.org" }.Select((w, n) => (w, n)))
            {
                (ordinal.Value, value.Value) = (number, word);
                key.ExecuteNonQuery();
            }
        }

        transaction.Commit();
        connection.Execute("analyze");
    }
}
