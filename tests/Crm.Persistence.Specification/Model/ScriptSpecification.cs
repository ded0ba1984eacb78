using Crm.Persistence.Specification.Infrastructure;
using Crm.Testing;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.Specification.Model;

/// <summary>The script of our tables is pinned, holds ours alone, and runs where the host's tables are.</summary>
public abstract class ScriptSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    private const string Version = "0.1.0";

    [SkippableFact]
    public async Task Script_WithoutTenants_IsThePinnedOne() => ShouldBePinned(await ScriptAsync<SpecificationContext>(), $"{Database.Provider}.sql");

    [SkippableFact]
    public async Task Script_WithTenants_IsThePinnedOne() => ShouldBePinned(await ScriptAsync<TenantContext>(), $"{Database.Provider}-tenants.sql");

    [SkippableFact]
    public async Task Script_OfAHostWithTables_HoldsOursAlone()
    {
        var script = await ScriptAsync<HostContext>();
        script.Should().NotContain("host_notes").And.Contain(HostContext.LoyaltyTier, "columns on our tables are part of them");
        Statements(script).Should().Be(Statements(await ScriptAsync<SpecificationContext>()));
        (await ScriptAsync<BareContext>()).Should().NotContain("host_");
    }

    [SkippableFact]
    public async Task Script_RunAsItIs_CreatesWorkingTables()
    {
        var host = await OpenAsync<SpecificationContext>(await Database.CreateDatabaseAsync());
        await using var work = host.Work();
        await work.Context.Database.OpenConnectionAsync();
        await using (var command = work.Context.Database.GetDbConnection().CreateCommand())
        {
            command.CommandText = work.Context.Database.GenerateCrmScript();
            await command.ExecuteNonQueryAsync();
        }

        (await work.Context.Database.EnsureCrmCreatedAsync()).Should().BeFalse();
        await work.RegisterAsync(Known.Anna);
    }

    [SkippableFact]
    public async Task EnsureCrmCreatedAsync_BesideTablesOfTheHost_WorksOnceAndTwice()
    {
        var host = await OpenAsync<BareContext>(await Database.CreateDatabaseAsync());
        await using var work = host.Work();
        await work.Context.Database.ExecuteSqlRawAsync("create table host_notes (\"Id\" varchar(40) primary key, \"Code\" varchar(20))");
        if (Database.Provider == "postgresql")
        {
            await work.Context.Database.ExecuteSqlRawAsync("create sequence host_sequence");
        }

        (await work.Context.Database.EnsureCrmCreatedAsync()).Should().BeTrue();
        (await work.Context.Database.EnsureCrmCreatedAsync()).Should().BeFalse();
        await work.RegisterAsync(Known.Anna);
    }

    [SkippableFact]
    public async Task EnsureCrmCreatedAsync_RowsExist_KeepsThem()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        var id = await work.RegisterAsync(Known.Anna);
        (await work.Context.Database.EnsureCrmCreatedAsync()).Should().BeFalse();
        (await work.Customers.FindAsync(id)).Should().NotBeNull();
    }

    private async Task<string> ScriptAsync<TContext>()
        where TContext : DbContext, ICrmDbContext
    {
        var host = await OpenAsync<TContext>(await Database.CreateDatabaseAsync());
        await using var work = host.Work();
        return work.Context.Database.GenerateCrmScript().ReplaceLineEndings("\n");
    }

    private static int Statements(string script) => script.Split("CREATE ", StringSplitOptions.None).Length;

    private static void ShouldBePinned(string script, string file)
    {
        var path = RepositoryRoot.Combine($"docs/schema/{Version}/{file}");
        if (Environment.GetEnvironmentVariable("CRM_ACCEPT") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, script);
        }

        var pinned = File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : string.Empty;
        var (before, now) = (pinned.Split('\n'), script.Split('\n'));
        var differences = before.Except(now).Select(l => $"- {l}").Concat(now.Except(before).Select(l => $"+ {l}"));
        Assert.True(pinned == script, $"""
            The tables changed, and docs/schema/{Version}/{file} does not say so:
            {string.Join('\n', differences.Take(60))}
            To accept: CRM_ACCEPT=1 dotnet test tests/Crm.Persistence.Sqlite.Tests and tests/Crm.Persistence.PostgreSql.Tests with --filter Script,
            look at the difference, commit it, and write an upgrade script and a line under "Schema changes" in CHANGELOG.md once a version is published.
            """);
    }
}
