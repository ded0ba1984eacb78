using System.Data.Common;
using System.Globalization;
using Crm.Domain.Access;
using Crm.Domain.Knowledge;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using Crm.Persistence.Specification.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.Specification.Knowledge;

/// <summary>With 30,000 items, what readers open and writers look at all day is found by indexes.</summary>
public abstract class KnowledgeIndexSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    private const int Items = 30_000;

    [SkippableFact]
    [Trait("Check", "KB-02")]
    [Trait("Check", "KB-05")]
    public async Task HotReads_OfManyItems_AreServedByIndexes()
    {
        var plans = new List<string>();
        var seen = new SeenCommands();
        var host = await HostAsync<TenantContext>(s =>
        {
            s.Options = o => o.AddInterceptors(seen);
            s.Scope = new CrmScope(Actor.Agent("ada")) { TenantId = "one" };
        });
        await using var work = host.Work();
        var manual = await WrittenAsync(work, new KnowledgeContent("Manual", "Body", LanguageTag.Parse("en")) { Kind = KnowledgeKind.Manual });
        var part = await WrittenAsync(work, new KnowledgeContent("Part", "Body", LanguageTag.Parse("en")));
        await work.Get<KnowledgeShelf>().MakePartAsync(part, manual, 1);
        await work.Get<KnowledgeShelf>().FileAsync(part, new KnowledgeFiling { Tags = ["scale"], Related = [manual] });
        var italian = (await work.Knowledge.TranslateAsync(manual, new KnowledgeContent("Manuale", "Testo", LanguageTag.Parse("it")))).Value.Id;
        await work.Knowledge.PublishAsync(italian);
        await work.SaveAsync();
        await FillAsync(work);
        seen.Before = c => Explain(c, plans);

        var first = await work.Search.ListAsync(KnowledgeListCriteria.All, new PageRequest { Take = 50 });
        first.Items.Should().HaveCount(50);
        ShouldSeek(plans, "published", "ix_knowledge_items_published");
        (await work.Search.ListAsync(KnowledgeListCriteria.All, new PageRequest { Take = 50, After = first.Next })).Items.Should().HaveCount(50);
        ShouldSeek(plans, "published, next page", "ix_knowledge_items_published");
        (await work.Search.ListAsync(new KnowledgeListCriteria { Language = LanguageTag.Parse("en-GB") }, new PageRequest { Take = 50 })).Items.Should().HaveCount(50);
        ShouldSeek(plans, "of a language", "ix_knowledge_items_published");
        (await work.Search.ListAsync(new KnowledgeListCriteria { Tag = "scale" })).Items.Should().ContainSingle();
        ShouldSeek(plans, "by tag", "knowledge_items");
        var read = (await work.Search.ReadAsync(manual, LanguageTag.Parse("it")))!;
        read.Id.Should().Be(italian);
        ShouldSeek(plans, "one in another language", "ux_knowledge_items_translation");
        (await work.Search.ReadAsync(manual))!.Parts.Should().ContainSingle();
        ShouldSeek(plans, "parts", "ix_knowledge_items_part");

        (await work.Get<KnowledgeLists>().ListAsync(KnowledgeItemCriteria.All)).Items.Should().HaveCount(50);
        ShouldSeek(plans, "newest", "ix_knowledge_items_updated");
        var drafts = await work.Get<KnowledgeLists>().ListAsync(new KnowledgeItemCriteria { Status = KnowledgeStatus.Draft });
        drafts.Items.Should().HaveCount(50);
        ShouldSeek(plans, "drafts", "ix_knowledge_items_status");
        (await work.Get<KnowledgePublishing>().DoDueAsync()).Value.Should().NotBeEmpty();
        ShouldSeek(plans, "due", "ix_knowledge_items_expiry");
    }

    private static async Task<KnowledgeItemId> WrittenAsync(CrmWork<TenantContext> work, KnowledgeContent content)
    {
        var item = (await work.Knowledge.WriteAsync(content, Audience.Public)).Value;
        return (await work.Knowledge.PublishAsync(item.Id)).Value.Id;
    }

    // Rows alone: one item, multiplied by the database. One in ten is a draft, one in a thousand has expired.
    private static async Task FillAsync(CrmWork<TenantContext> work)
    {
        var model = (await work.Knowledge.WriteAsync(new KnowledgeContent("Model of all", "Body", LanguageTag.Parse("en")), Audience.Public)).Value;
        await work.Knowledge.PublishAsync(model.Id);
        await work.SaveAsync();
        var context = work.Context;
        var isSqlite = context.Database.ProviderName!.Contains("Sqlite", StringComparison.Ordinal);
        string At(string seconds) => isSqlite ? $"strftime('%Y-%m-%d %H:%M:%S', \"CreatedAt\", '-' || ({seconds}) || ' seconds')" : $"\"CreatedAt\" - ({seconds}) * interval '1 second'";
        var entity = context.Model.FindEntityType(typeof(KnowledgeItem))!;
        var columns = entity.GetFlattenedProperties().Select(p => p.GetColumnName()).ToList();
        var values = columns.Select(c => c switch
        {
            "Id" => isSqlite
                ? "hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(6))"
                : "gen_random_uuid()",
            "Status" => "case when n % 10 = 0 then 'Draft' else 'Published' end",
            "PublishedAt" => $"case when n % 10 = 0 then null else {At("n")} end",
            "PublishedVersion" => "case when n % 10 = 0 then null else 1 end",
            "ExpiresAt" => $"case when n % 1000 = 1 then {At("1")} end",
            "UpdatedAt" => At("n"),
            _ => $"\"{c}\"",
        });
#pragma warning disable RS0030, EF1002 // Names and numbers of this test alone.
        await context.Database.ExecuteSqlRawAsync($"""
            insert into crm_knowledge_items ({string.Join(", ", columns.Select(c => $"\"{c}\""))})
            with recursive series(n) as (select 1 union all select n + 1 from series where n < {Items})
            select {string.Join(", ", values)} from crm_knowledge_items, series where "Title" = 'Model of all'
            """);
        await context.Database.ExecuteSqlRawAsync("analyze");
#pragma warning restore RS0030, EF1002
        context.ChangeTracker.Clear();
    }

    private static void Explain(DbCommand command, List<string> plans)
    {
        var text = command.CommandText;
        if (!text.Contains("crm_knowledge_items", StringComparison.Ordinal) || !text.StartsWith("select", StringComparison.OrdinalIgnoreCase))
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

    private static void ShouldSeek(List<string> plans, string path, string index)
    {
        var plan = string.Join('\n', plans);
        plans.Clear();
        plan.Should().NotContain("Seq Scan on crm_knowledge_items", path);
        plan.Split('\n').Should().NotContain(l => l.StartsWith("SCAN c ", StringComparison.Ordinal) && !l.Contains("USING", StringComparison.Ordinal), path + plan);
        plan.Should().MatchRegex(index, path + plan);
    }
}
