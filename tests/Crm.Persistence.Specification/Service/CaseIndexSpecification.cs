using System.Data.Common;
using System.Globalization;
using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Service;
using Crm.Persistence.Specification.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Crm.Persistence.Specification.Service;

/// <summary>With 100,000 cases, each list that people look at all day is read in the order of an index, and so are the silent cases.</summary>
public abstract class CaseIndexSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    private const int Cases = 100_000;

    [SkippableFact]
    [Trait("Check", "SC-17")]
    public async Task HotLists_OfAHundredThousand_AreServedByIndexes()
    {
        var plans = new List<string>();
        var seen = new SeenCommands();
        var host = await HostAsync<TenantContext>(s =>
        {
            s.Options = o => o.AddInterceptors(seen);
            s.Scope = new CrmScope(Actor.Agent("ada")) { TenantId = "one" };
            s.Crm = o => o.CaseClosing.SilentDays[CaseStatus.Resolved] = 7;
        });
        await using var work = host.Work();
        await FillAsync(work, await work.RegisterAsync());
        var lists = work.Get<CaseLists>();
        var customer = await FewOfAsync(work, await work.RegisterAsync());
        seen.Before = c => Explain(c, plans);

        foreach (var (name, criteria, order, index) in new[]
        {
            ("my queue", CaseCriteria.MyQueue("agent-7"), CaseOrder.MostUrgent, "ix_cases_agent"),
            ("untaken", CaseCriteria.Untaken, CaseOrder.MostUrgent, "ix_cases_(agent|urgent)"),
            ("most urgent", CaseCriteria.Unresolved, CaseOrder.MostUrgent, "ix_cases_urgent"),
            ("newest", CaseCriteria.Unresolved, CaseOrder.Newest, "ix_cases_newest"),
            ("longest waiting", CaseCriteria.Unresolved, CaseOrder.LongestWaiting, "ix_cases_awaiting"),
            ("my longest waiting", CaseCriteria.MyQueue("agent-7"), CaseOrder.LongestWaiting, "ix_cases_(awaiting_agent|agent)"),
            ("of a customer", new CaseCriteria { CustomerId = customer }, CaseOrder.Newest, "ix_cases"),
            ("of a status", new CaseCriteria { Statuses = [CaseStatus.WaitingOnCustomer] }, CaseOrder.Newest, "ix_cases_status"),
        })
        {
            var first = await lists.ListAsync(criteria, order, 50);
            first.Items.Should().HaveCount(50, name);
            ShouldSeek(plans, name, index);
            (await lists.ListAsync(criteria, order, 50, first.Next)).Items.Should().HaveCount(50).And.NotContain(first.Items, name);
            ShouldSeek(plans, $"{name}, next page", index);
        }

        (await work.Get<CaseClosing>().NextDueAsync()).Should().NotBeNull();
        ShouldSeek(plans, "next silent", "ix_cases_silent");
        (await work.Get<CaseClosing>().CloseSilentAsync(20)).Value.Should().HaveCount(20);
        ShouldSeek(plans, "silent", "ix_cases_silent");
    }

    [SkippableFact]
    public async Task TeamQueue_IsReadThroughItsWork()
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
        var queue = await work.QueueAsync("Printers", null, ("ada", new AgentProfile { Capacity = 100 }));
        for (var i = 0; i < 60; i++)
        {
            var opened = (await work.Desk.OpenAsync(new CaseDetails(customer, $"Queued {i}"))).Value;
            await work.Work().AddAsync(queue, new WorkItemDetails { CaseId = opened.Id });
        }

        await work.SaveAsync();
        await FillAsync(work, customer);
        seen.Before = c => Explain(c, plans);
        (await work.Get<CaseLists>().ListAsync(CaseCriteria.TeamQueue(queue))).Items.Should().HaveCount(50);
        var plan = string.Join('\n', plans);
        plan.Should().NotContain("Seq Scan on crm_cases").And.NotContain("SCAN c\n");
    }

    // A customer with as many cases as customers have.
    private static async Task<CustomerId> FewOfAsync(CrmWork<TenantContext> work, CustomerId customer)
    {
        var cases = work.Context.Set<ServiceCase>();
        var ids = await cases.OrderByDescending(c => c.OpenedAt).Select(c => c.Id).Take(150).ToListAsync();
        await cases.Where(c => ids.Contains(c.Id)).ExecuteUpdateAsync(u => u.SetProperty(c => c.CustomerId, customer));
#pragma warning disable RS0030
        await work.Context.Database.ExecuteSqlRawAsync("analyze");
#pragma warning restore RS0030
        return customer;
    }

    // Rows alone: one case, multiplied by the database. One in ten still needs work.
    private static async Task FillAsync(CrmWork<TenantContext> work, CustomerId customer)
    {
        var model = (await work.Desk.OpenAsync(new CaseDetails(customer, "Cold"))).Value;
        await work.SaveAsync();
        var context = work.Context;
        var isSqlite = context.Database.ProviderName!.Contains("Sqlite", StringComparison.Ordinal);
        string At(string seconds) => isSqlite ? $"strftime('%Y-%m-%d %H:%M:%S', \"OpenedAt\", '-' || ({seconds}) || ' seconds')" : $"\"OpenedAt\" - ({seconds}) * interval '1 second'";
        var columns = context.Model.FindEntityType(typeof(ServiceCase))!.GetProperties().Select(p => p.GetColumnName()).ToList();
        var values = columns.Select(c => c switch
        {
            "Id" => isSqlite
                ? "hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(6))"
                : "gen_random_uuid()",
            "Number" => "'F-' || n",
            "Rank" => "n % 4",
            "Priority" => "case n % 4 when 0 then 'Urgent' when 1 then 'High' when 2 then 'Normal' else 'Low' end",
            "AssigneeId" => "case when n / 10 % 3 = 0 then null else 'agent-' || (n / 10 % 16) end",
            "Status" => "case when n % 10 = 0 then 'open' when n % 10 = 1 and n % 20 = 1 then 'waitingOnCustomer' when n % 10 < 4 then 'resolved' else 'closed' end",
            "Category" => "case when n % 10 = 0 then 'Open' when n % 10 = 1 and n % 20 = 1 then 'Paused' when n % 10 < 4 then 'Resolved' else 'Closed' end",
            "OpenedAt" or "UpdatedAt" => At("n"),
            "AwaitingSince" => $"case when n % 10 = 0 then {At("n % 5000")} end",
            "SilentSince" => $"case when n % 10 in (2, 3) then {At("n * 60")} end",
            "ResolvedAt" => $"case when n % 10 > 1 or n % 20 = 11 then {At("n")} end",
            "ClosedAt" => $"case when n % 10 > 3 then {At("n")} end",
            _ => $"\"{c}\"",
        });
#pragma warning disable RS0030, EF1002 // Names and numbers of this test alone.
        await context.Database.ExecuteSqlRawAsync($"""
            insert into crm_cases ({string.Join(", ", columns.Select(c => $"\"{c}\""))})
            with recursive series(n) as (select 1 union all select n + 1 from series where n < {Cases})
            select {string.Join(", ", values)} from crm_cases, series where "Number" = '{model.Number}'
            """);
        await context.Database.ExecuteSqlRawAsync("analyze");
#pragma warning restore RS0030, EF1002
        context.ChangeTracker.Clear();
    }

    private static void Explain(DbCommand command, List<string> plans)
    {
        var text = command.CommandText;
        if (!text.Contains("crm_cases", StringComparison.Ordinal) || !text.StartsWith("select", StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        command.CommandText = (command.Connection!.GetType().Name == "SqliteConnection" ? "explain query plan " : "explain ") + text;
        using (var reader = command.ExecuteReader())
        {
            while (reader.Read())
            {
                plans.Add(Convert.ToString(reader.GetValue(reader.FieldCount - 1), CultureInfo.InvariantCulture)!);
            }
        }

        command.CommandText = text;
    }

    // In the order of the index: nothing is sorted, and no table is scanned.
    private static void ShouldSeek(List<string> plans, string path, string index)
    {
        var plan = string.Join('\n', plans);
        plans.Clear();
        plan.Should().NotContain("Seq Scan on crm_cases", path);
        plan.Split('\n').Should().NotContain(l => l.StartsWith("SCAN c", StringComparison.Ordinal) && !l.Contains("USING", StringComparison.Ordinal), path + plan);
        plan.Should().MatchRegex($"crm_{index}", path + plan);
    }
}
