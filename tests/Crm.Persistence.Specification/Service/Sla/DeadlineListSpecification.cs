using System.Data.Common;
using System.Globalization;
using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.Service;
using Crm.Domain.Values;
using Crm.Persistence.Specification.Infrastructure;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.Specification.Service;

/// <summary>What comes near, for a queue, an agent, a customer; found by an index.</summary>
[Trait("Check", "SC-11")]
public abstract class DeadlineListSpecification<TFixture>(TFixture fixture) : PromisedCaseSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    private static readonly SlaTerms s_terms = new(LevelsOfTest.Office) { Resolution = SlaDuration.OfMinutes(240) };

    [SkippableFact]
    public async Task List_IsInTheOrderOfWhatIsDue_PageByPage_AndFollowsItsCriteria()
    {
        Levels.Promise(s_terms);
        var host = await HostAsync(Watching());
        var cases = new List<ServiceCaseId>();
        for (var i = 0; i < 5; i++)
        {
            host.Clock.Now = At(6, 1, 9) + Duration.FromMinutes(10 * i);
            cases.Add(await OpenAsync(host));
        }

        await ActAsync(host, d => d.WaitAsync(cases[1]));
        await ActAsync(host, d => d.ResolveAsync(cases[2], "Plugged in."));
        await ActAsync(host, d => d.AssignAsync(cases[3], "ada"));
        await using var work = host.Work();
        var bob = await work.RegisterAsync(new NewCustomer { Name = new PersonName("Bob", "Stone") });
        host.Clock.Now = At(6, 1, 10);
        var other = (await work.Desk.OpenAsync(new CaseDetails(bob, "Leaks"))).Value;
        var queue = await work.QueueAsync("Cases", null, ("ada", new AgentProfile()));
        (await work.Work().AddAsync(queue, new WorkItemDetails { CaseId = cases[4] })).ThrowIfFailed();
        await work.SaveAsync();
        host.Clock.Now = At(6, 1, 14, 10);
        var deadlines = work.Get<ServiceDeadlines>();
        async Task<IEnumerable<ServiceCaseId>> ListAsync(DeadlineCriteria criteria) => (await deadlines.ListAsync(criteria)).Items.Select(d => d.CaseId);

        var first = await deadlines.ListAsync(new DeadlineCriteria(), new PageRequest { Take = 3 });
        var rest = await deadlines.ListAsync(new DeadlineCriteria(), new PageRequest { Take = 3, After = first.Next });
        first.Items.Concat(rest.Items).Select(d => d.CaseId).Should().Equal(cases[0], cases[3], cases[4], other.Id);
        rest.Next.Should().BeNull();
        (await ListAsync(new DeadlineCriteria { OnlyToCome = true })).Should().Equal(cases[3], cases[4], other.Id);
        (await ListAsync(new DeadlineCriteria { Until = At(6, 1, 14, 30) })).Should().Equal(cases[0], cases[3]);
        (await ListAsync(new DeadlineCriteria { AssigneeId = "ada" })).Should().Equal(cases[3]);
        (await ListAsync(new DeadlineCriteria { QueueId = queue })).Should().Equal(cases[4]);
        (await ListAsync(new DeadlineCriteria { CustomerId = bob })).Should().Equal(other.Id);
        (await ListAsync(new DeadlineCriteria { Target = SlaTarget.FirstResponse })).Should().BeEmpty();
        first.Items[1].Should().BeEquivalentTo(new { AssigneeId = "ada", Target = SlaTarget.Resolution, Ordinal = 1, Due = At(6, 1, 14, 30), Priority = CasePriority.Normal });
        await using var portal = host.Work(new(Actor.PortalCustomer("anna", [])));
        (await portal.Get<ServiceDeadlines>().ListAsync(new DeadlineCriteria())).Items.Should().BeEmpty();
    }

    [SkippableFact]
    public async Task DueDeadlines_OfAHundredThousand_AreFoundByIndex()
    {
        Levels.Promise(s_terms, EscalationLevel.Warning);
        var plans = new List<string>();
        var seen = new SeenCommands();
        var host = await HostAsync<TenantContext>(Watching(setup: s =>
        {
            s.Options = o => o.AddInterceptors(seen);
            s.Scope = new CrmScope(Actor.Agent("ada")) { TenantId = "one" };
        }));
        host.Clock.Now = At(6, 1, 9);
        await OpenAsync(host);
        await using var work = host.Work();
        await FillAsync(work);
        host.Clock.Now = At(6, 1, 12);

        seen.Before = c => Explain(c, plans);
        (await work.Get<ServiceLevelMonitor>().NextDueAsync()).Should().Be(At(6, 1, 12));
        ShouldSeek(plans, "next", "ix_case_deadlines_alarm");
        (await work.Get<ServiceLevelMonitor>().DueUntilAsync(At(6, 1, 12))).Items.Should().ContainSingle();
        ShouldSeek(plans, "until", "ix_case_deadlines_alarm");
        (await work.Get<ServiceDeadlines>().ListAsync(new DeadlineCriteria { Until = At(6, 1, 15) }, new PageRequest { Take = 20 })).Items.Should().HaveCount(20);
        ShouldSeek(plans, "list", "ix_case_deadlines_due");
        (await RaiseAsync(host)).Should().Be(1);
        ShouldSeek(plans, "raise", "ix_case_deadlines_alarm");
    }

    // Rows alone, multiplied by the database: this test is about reading. Their alarms come later, one second after the other.
    private static async Task FillAsync(CrmWork<TenantContext> work)
    {
        var context = work.Context;
        var isSqlite = context.Database.ProviderName!.Contains("Sqlite", StringComparison.Ordinal);
        var columns = context.Model.FindEntityType(typeof(ServiceDeadline))!.GetProperties().Select(p => p.GetColumnName()).ToList();
        string Later(string column) => isSqlite ? $"strftime('%Y-%m-%d %H:%M:%S', \"{column}\", '+' || n || ' seconds')" : $"\"{column}\" + n * interval '1 second'";
        var values = columns.Select(c => c switch
        {
            "Id" => isSqlite
                ? "hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(6))"
                : "gen_random_uuid()",
            "Ordinal" => "n + 1",
            "Due" or "NextAlarmAt" => Later(c),
            _ => $"\"{c}\"",
        });
#pragma warning disable RS0030, EF1002 // Names and numbers of this test alone.
        await context.Database.ExecuteSqlRawAsync($"""
            insert into crm_case_deadlines ({string.Join(", ", columns.Select(c => $"\"{c}\""))})
            with recursive series(n) as (select 1 union all select n + 1 from series where n < 100000)
            select {string.Join(", ", values)} from crm_case_deadlines, series
            """);
        await context.Database.ExecuteSqlRawAsync("analyze");
#pragma warning restore RS0030, EF1002
        context.ChangeTracker.Clear();
    }

    private static void Explain(DbCommand command, List<string> plans)
    {
        var text = command.CommandText;
        var isSqlite = command.Connection!.GetType().Name == "SqliteConnection";
        if (!text.Contains("crm_case_deadlines", StringComparison.Ordinal) || !text.StartsWith("select", StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        command.CommandText = (isSqlite ? "explain query plan " : "explain ") + text;
        using (var reader = command.ExecuteReader())
        {
            while (reader.Read())
            {
                plans.Add(Convert.ToString(reader.GetValue(reader.FieldCount - 1), CultureInfo.InvariantCulture)!);
            }
        }

        command.CommandText = text;
    }

    private static void ShouldSeek(List<string> plans, string path, string index)
    {
        var plan = string.Join('\n', plans);
        plans.Clear();
        plan.Should().NotContain("Seq Scan on crm_case_deadlines", path);
        plan.Split('\n').Should().NotContain(l => l.StartsWith("SCAN ", StringComparison.Ordinal) && l.Contains("deadline", StringComparison.Ordinal) && !l.Contains("USING INDEX", StringComparison.Ordinal), path + plan);
        plan.Should().Contain($"crm_{index}", path);
    }
}
