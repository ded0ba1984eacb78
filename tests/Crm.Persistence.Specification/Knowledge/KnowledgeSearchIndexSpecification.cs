using System.Data.Common;
using System.Globalization;
using Crm.Domain.Access;
using Crm.Domain.Knowledge;
using Crm.Domain.Values;
using Crm.Persistence.Specification.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.Specification.Knowledge;

/// <summary>With 30,000 items, one in a hundred of them in the language asked, what a search asks the database is found by indexes.</summary>
public abstract class KnowledgeSearchIndexSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    private const int Rows = 30_000;

    [SkippableFact]
    [Trait("Check", "KB-07")]
    public async Task ReadsOfASearch_AmongManyItems_AreServedByIndexes()
    {
        var plans = new List<string>();
        var seen = new SeenCommands();
        var host = await HostAsync<TenantContext>(s =>
        {
            s.Options = o => o.AddInterceptors(seen);
            s.Scope = new CrmScope(Actor.Agent("ada")) { TenantId = "one" };
        });
        await host.PublishAsync("The kettle stays cold");
        await FillAsync(host);
        seen.Before = c => Explain(c, plans);
        await using var work = host.Work();

        await work.Search.RankAsync(new KnowledgeCriteria("kettle") { Take = 1, Language = LanguageTag.Parse("en") });
        ShouldSeek(plans, "how far changes have come", "number_series");
        ShouldSeek(plans, "terms of a language", "ix_knowledge_search_documents_language");
        ShouldSeek(plans, "what of the hits is readable", "pk_knowledge_items|sqlite_autoindex_crm_knowledge_items_1");
        plans.Clear();

        seen.Before = _ => { };
        await host.PublishAsync("The teapot drips");
        seen.Before = c => Explain(c, plans);
        (await work.Search.RankAsync(new KnowledgeCriteria("teapot") { Take = 1, Language = LanguageTag.Parse("en") })).Should().ContainSingle();
        ShouldSeek(plans, "terms since a change", "ix_knowledge_search_documents_change");
    }

    // Rows alone, multiplied by the database with other ids.
    private static async Task FillAsync(CrmTestHost<TenantContext> host)
    {
        await using var work = host.Work();
        var context = work.Context;
        var isSqlite = context.Database.ProviderName!.Contains("Sqlite", StringComparison.Ordinal);
        var id = isSqlite ? "hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(6))" : "gen_random_uuid()";
        await MultiplyAsync<KnowledgeItem>(context, c => c == "Id" ? id : null);
        await MultiplyAsync<KnowledgeSearchDocument>(context, c => c switch { "ItemId" => id, "Language" => "case when n % 100 = 0 then 'en' else 'sv' end", _ => null });
        var series = context.Model.GetEntityTypes().Single(t => t.GetTableName()!.EndsWith("number_series", StringComparison.Ordinal));
        await MultiplyAsync(context, series, c => c == "Scope" ? "'tenant ' || n" : null);
#pragma warning disable RS0030
        await context.Database.ExecuteSqlRawAsync("analyze");
#pragma warning restore RS0030
    }

    private static Task MultiplyAsync<T>(DbContext context, Func<string, string?> value) => MultiplyAsync(context, context.Model.FindEntityType(typeof(T))!, value);

    private static async Task MultiplyAsync(DbContext context, Microsoft.EntityFrameworkCore.Metadata.IEntityType entity, Func<string, string?> value)
    {
        var columns = entity.GetFlattenedProperties().Select(p => p.GetColumnName()).ToList();
#pragma warning disable RS0030, EF1002 // Names and numbers of this test alone.
        await context.Database.ExecuteSqlRawAsync($"""
            insert into {entity.GetTableName()} ({string.Join(", ", columns.Select(c => $"\"{c}\""))})
            with recursive series(n) as (select 1 union all select n + 1 from series where n < {Rows}), seed as (select * from {entity.GetTableName()} limit 1)
            select {string.Join(", ", columns.Select(c => value(c) ?? $"\"{c}\""))} from seed, series
            """);
#pragma warning restore RS0030, EF1002
    }

    private static void Explain(DbCommand command, List<string> plans)
    {
        var text = command.CommandText;
        if (!text.StartsWith("select", StringComparison.OrdinalIgnoreCase))
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

    private static void ShouldSeek(List<string> plans, string path, string index) =>
        plans.Should().Contain(l => (l.Contains("Index", StringComparison.OrdinalIgnoreCase) || l.StartsWith("SEARCH", StringComparison.Ordinal)) && System.Text.RegularExpressions.Regex.IsMatch(l, index), path + string.Join('\n', plans));
}
