using System.Globalization;
using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.Service;
using Crm.Persistence.EfCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Benchmarks;

/// <summary>Many cases: one that the library wrote, multiplied by the database. A tenth needs work, shared by 200 agents.</summary>
public static class CaseRows
{
    public const int Agents = 200;

    public static string Agent(int number) => string.Create(CultureInfo.InvariantCulture, $"agent-{number}");

    public static async Task WriteAsync(BenchmarkHost host, Database kind, int cases)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var customer = (await services.GetRequiredService<CustomerDirectory>().RegisterAsync(new NewCustomer { OrganisationName = "Analytical Engines" })).Value.Id;
        var model = (await services.GetRequiredService<ServiceDesk>().OpenAsync(new CaseDetails(customer, "The kettle stays cold"))).Value;
        (await services.GetRequiredService<ICrmUnitOfWork>().SaveAsync()).ThrowIfFailed();
        var columns = services.GetRequiredService<CrmDbContext>().Model.FindEntityType(typeof(ServiceCase))!.GetProperties().Select(p => p.GetColumnName()).ToList();
        using var connection = AdoNet.Connect(kind, host.ConnectionString);
        connection.Execute(string.Create(CultureInfo.InvariantCulture, $"""
            insert into crm_cases ({string.Join(", ", columns.Select(c => $"\"{c}\""))})
            with recursive series(n) as (select 1 union all select n + 1 from series where n < {cases})
            select {string.Join(", ", columns.Select(c => ValueOf(c, kind == Database.Sqlite)))} from crm_cases, series where "Number" = '{model.Number}'
            """));
        connection.Execute(kind == Database.Sqlite ? "analyze" : "vacuum analyze");
    }

    private static string ValueOf(string column, bool isSqlite)
    {
        var at = isSqlite ? "strftime('%Y-%m-%d %H:%M:%S', \"OpenedAt\", '-' || n || ' seconds')" : "\"OpenedAt\" - n * interval '1 second'";
        return column switch
        {
            "Id" => isSqlite
                ? "hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(6))"
                : "gen_random_uuid()",
            "Number" => "'F-' || n",
            "Rank" => "n / 10 % 4",
            "Priority" => "case n / 10 % 4 when 0 then 'Urgent' when 1 then 'High' when 2 then 'Normal' else 'Low' end",
            "AssigneeId" => string.Create(CultureInfo.InvariantCulture, $"'agent-' || (n / 40 % {Agents})"),
            "Status" => "case when n % 10 = 0 then 'open' else 'closed' end",
            "Category" => "case when n % 10 = 0 then 'Open' else 'Closed' end",
            "OpenedAt" or "UpdatedAt" => at,
            "AwaitingSince" => $"case when n % 10 = 0 then {at} end",
            "ResolvedAt" or "ClosedAt" => $"case when n % 10 > 0 then {at} end",
            _ => $"\"{column}\"",
        };
    }
}
