using System.Data.Common;
using System.Globalization;
using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Service;
using Crm.Persistence.Specification.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.Specification.Service;

/// <summary>With 100,000 pieces of work in line, the next is found by an index.</summary>
public abstract class WorkIndexSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    private const int Waiting = 100_000;

    [SkippableFact]
    [Trait("Check", "SC-13")]
    public async Task NextWork_OfAHundredThousand_IsFoundByIndex()
    {
        var plans = new List<string>();
        var seen = new SeenCommands();
        var host = await HostAsync<TenantContext>(s =>
        {
            s.Options = o => o.AddInterceptors(seen);
            s.Scope = new CrmScope(Actor.Agent("ada")) { TenantId = "one" };
        });
        await using var work = host.Work();
        var customer = await work.RegisterAsync();
        var queue = await work.QueueAsync("Calls", null, ("ada", new AgentProfile { Capacity = 1000 }));
        await FillAsync(work, queue, customer);

        seen.Before = c => Explain(c, plans);
        var next = (await work.Router().NextAsync("ada")).Value.Item!;
        next.Rank.Should().Be(0);
        ShouldSeek(plans, "next for an agent", "ix_work_items_demand", "ix_work_items_agent");
        // One of the three that came at the same moment wants a skill that she has not, and chance puts it first or not.
        (await work.Router().RouteAsync(queue, 3)).Value.Should().Contain(a => a.UserId == "ada");
        ShouldSeek(plans, "route", "ix_work_items_line", "ix_work_items_agent");
        (await work.Work().LineAsync(queue, 20)).Should().HaveCount(20);
        ShouldSeek(plans, "line", "ix_work_items_line");
        (await work.Router().ReturnExpiredAsync()).Value.Should().Be(0);
        ShouldSeek(plans, "expired", "ix_work_items_offered");
        (await work.Get<IWorkItemStore>().OpenOfCaseAsync(ServiceCaseId.New(host.Clock.Now), default)).Should().BeEmpty();
        ShouldSeek(plans, "of a case", "ux_work_items_case");
    }

    // Rows alone, without what saving adds: this test is about reading. Three of each kind are made, and multiplied by the database.
    private static async Task FillAsync(CrmWork<TenantContext> work, WorkQueueId queue, CustomerId customer)
    {
        foreach (var details in new WorkItemDetails[] { new(), new() { Channel = Channels.Chat }, new() { Skills = [new SkillLevel("printer", 5)] } })
        {
            await work.CallAsync(queue, customer, details);
        }

        await work.SaveAsync();
        var context = work.Context;
        var isSqlite = context.Database.ProviderName!.Contains("Sqlite", StringComparison.Ordinal);
        var columns = context.Model.FindEntityType(typeof(WorkItem))!.GetProperties().Select(p => p.GetColumnName()).ToList();
        var values = columns.Select(c => c switch
        {
            "Id" => isSqlite
                ? "hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(6))"
                : "gen_random_uuid()",
            "InteractionId" => "null",
            "Rank" => "n % 4",
            "EnqueuedAt" => isSqlite ? "strftime('%Y-%m-%d %H:%M:%S', \"EnqueuedAt\", '-' || n || ' seconds')" : "\"EnqueuedAt\" - n * interval '1 second'",
            _ => $"\"{c}\"",
        });
#pragma warning disable RS0030, EF1002 // Names and numbers of this test alone.
        await context.Database.ExecuteSqlRawAsync($"""
            insert into crm_work_items ({string.Join(", ", columns.Select(c => $"\"{c}\""))})
            with recursive series(n) as (select 1 union all select n + 1 from series where n < {Waiting / 3})
            select {string.Join(", ", values)} from crm_work_items, series
            """);
        await context.Database.ExecuteSqlRawAsync("analyze");
#pragma warning restore RS0030, EF1002
        context.ChangeTracker.Clear();
    }

    private static void Explain(DbCommand command, List<string> plans)
    {
        var text = command.CommandText;
        var isSqlite = command.Connection!.GetType().Name == "SqliteConnection";

        // Several statements stand in one command of a save, and all but the first would really run.
        if (!text.Contains("crm_work_items", StringComparison.Ordinal) || !text.StartsWith("select", StringComparison.OrdinalIgnoreCase))
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

    private static void ShouldSeek(List<string> plans, string path, params string[] indexes)
    {
        var plan = string.Join('\n', plans);
        plans.Clear();
        plan.Should().NotContain("Seq Scan on crm_work_items", path);
        plan.Split('\n').Should().NotContain(l => l.StartsWith("SCAN ", StringComparison.Ordinal) && (l.Contains("work_items", StringComparison.Ordinal) || l == "SCAN w"), path + plan);
        foreach (var index in indexes)
        {
            plan.Should().Contain($"crm_{index}", path);
        }
    }
}
