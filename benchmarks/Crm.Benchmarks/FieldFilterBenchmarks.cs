using BenchmarkDotNet.Attributes;
using Crm.Domain.Access;
using Crm.Domain.Criteria;
using Crm.Domain.Customers;
using Crm.Domain.CustomFields;
using Crm.Domain.Primitives;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Benchmarks;

/// <summary>The first page, and the number, of customers with one value of a custom field, out of 300,000; goal: at most 1.5 times hand-written ADO.NET.</summary>
[MinColumn, MaxColumn, MemoryDiagnoser]
public class FieldFilterBenchmarks
{
    private const int Customers = 300_000;
    private const int Values = 3_000;
    private const int Searches = 200;

    private BenchmarkHost _host = null!;
    private CustomFieldId _field;

    [Params(Database.Sqlite, Database.PostgreSql)]
    public Database Kind { get; set; }

    // Not awaited where it returns a task, when the benchmark runs in the process of the runner.
    [GlobalSetup]
    public void Setup() => SetupAsync().GetAwaiter().GetResult();

    private async Task SetupAsync()
    {
        _host = await BenchmarkHost.StartAsync(Kind);
        await using (var scope = _host.Services.CreateAsyncScope())
        {
            _field = (await scope.ServiceProvider.GetRequiredService<CustomFieldCatalog>().DefineAsync(SubjectKinds.Customer, "size", FieldType.Number)).Value.Id;
            (await scope.ServiceProvider.GetRequiredService<ICrmUnitOfWork>().SaveAsync()).Succeeded.ToString();
        }

        Fill();
    }

    [GlobalCleanup]
    public async Task CleanupAsync() => await _host.DisposeAsync();

    [Benchmark(Baseline = true, OperationsPerInvoke = Searches)]
    public async Task<int> HandWritten()
    {
        var rows = 0;
        for (var search = 0; search < Searches; search++)
        {
            await using var connection = AdoNet.Connect(Kind, _host.ConnectionString);
            await using var command = connection.Command(
                "select c.\"Id\", c.\"CustomerKind\", c.\"DisplayName\", c.\"CreatedAt\", " + Primary("Email") + ", " + Primary("Phone") + ", " + Primary("Mobile")
                + " from crm_customers c where c.\"Id\" in (select f.\"CustomerId\" from crm_customer_fields f where f.\"FieldId\" = @field and f.\"Number\" = @value)"
                + " order by c.\"CreatedAt\" desc, c.\"Id\" desc limit 51");
            command.With("field", Stored(_field.Value));
            command.With("value", Number(search));
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
    public async Task<int> CustomerSegmentsList()
    {
        var rows = 0;
        for (var search = 0; search < Searches; search++)
        {
            await using var scope = _host.Services.CreateAsyncScope();
            var criterion = new Condition("custom:size", CriteriaOperators.Equal, (decimal)(search % Values));
            rows += (await scope.ServiceProvider.GetRequiredService<CustomerSegments>().ListAsync(criterion)).Value.Items.Count;
        }

        return rows;
    }

    private static string Primary(string kind) =>
        $"(select p.\"Value\" from crm_contact_points p where p.\"CustomerId\" = c.\"Id\" and p.\"IsPrimary\" and p.\"Kind\" = '{kind}' limit 1)";

    private object Number(int value) => Kind == Database.Sqlite ? (object)(value % Values * 10_000L) : (decimal)(value % Values);

    private object Stored(Guid id) => Kind == Database.Sqlite ? id.ToString().ToUpperInvariant() : id;

    private void Fill()
    {
        using var connection = AdoNet.Connect(Kind, _host.ConnectionString);
        using var transaction = connection.BeginTransaction();
        using var customer = connection.Command("""
            insert into crm_customers ("Id", "DisplayName", "NameFolded", "CreatedAt", "CustomerKind", "Stage", "StageSince", "Version")
            values (@id, @name, @name, @at, 'Organisation', 'Active', @at, 1)
            """, transaction);
        using var field = connection.Command("""
            insert into crm_customer_fields ("CustomerId", "FieldId", "Key", "Ordinal", "Number") values (@id, @field, 'size', 1, @value)
            """, transaction);
        var (id, name, at) = (customer.With("id"), customer.With("name"), customer.With("at"));
        var (owner, value) = (field.With("id"), field.With("value"));
        field.With("field", Stored(_field.Value));
        var start = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        for (var i = 0; i < Customers; i++)
        {
            at.Value = start.AddSeconds(i);
            id.Value = owner.Value = Stored(CustomerId.New(NodaTime.Instant.FromDateTimeUtc(start.AddSeconds(i))).Value);
            (name.Value, value.Value) = ($"Customer {i}", Number(i));
            customer.ExecuteNonQuery();
            field.ExecuteNonQuery();
        }

        transaction.Commit();
        connection.Execute("analyze");
    }
}
