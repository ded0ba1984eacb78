using System.Data.Common;
using System.Globalization;
using Crm.Domain.Access;
using Crm.Domain.Knowledge;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using Crm.Persistence.Specification.Infrastructure;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.Specification.Knowledge;

/// <summary>With 50,000 sessions and as many words, votes and uses, what every reader's act asks is found by an index.</summary>
public abstract class KnowledgeReaderIndexSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    private const int Rows = 50_000;

    private static readonly CrmScope s_agent = new(Actor.Agent("ada")) { TenantId = "one" };
    private static readonly CrmScope s_guest = new(Actor.Guest) { TenantId = "one" };

    [SkippableFact]
    public async Task ActsOfReaders_AmongFiftyThousand_AreServedByIndexes()
    {
        var plans = new List<string>();
        var seen = new SeenCommands();
        var host = await HostAsync<TenantContext>(s =>
        {
            ReadingScene.KeepsReaders(s);
            s.Options = o => o.AddInterceptors(seen);
            s.Scope = s_agent;
        });
        var (item, subject) = await FillAsync(host);
        seen.Before = c => Explain(c, plans);

        await using (var guest = host.Work(s_guest))
        {
            (await guest.Get<KnowledgeReading>().SearchedAsync("kettle burns", ReadingScene.English, 1, "one")).Succeeded.Should().BeTrue();
            ShouldSeek(plans, "ix_knowledge_sessions_reader", "ix_knowledge_words_word", "ix_knowledge_query_words_word");
            (await guest.Get<KnowledgeVotes>().VoteAsync(item, true, "one")).Succeeded.Should().BeTrue();
            ShouldSeek(plans, "ux_knowledge_votes_item");
            await guest.Get<KnowledgeVotes>().CountAsync(item);
            ShouldSeek(plans, "(ux|ix)_knowledge_votes");
        }

        await using var work = host.Work();
        await work.Get<KnowledgeUses>().OfAsync([subject]);
        ShouldSeek(plans, "ix_knowledge_uses_subject");
        (await work.Get<KnowledgeUses>().OfItemAsync(item, PageRequest.First with { Take = 1 })).Items.Should().HaveCount(1);
        ShouldSeek(plans, "ix_knowledge_uses_at");
        host.Clock.Advance(Duration.FromDays(2));
        (await work.Get<KnowledgeLearning>().SettleAsync(10)).Value.Should().Be(10);
        ShouldSeek(plans, "ix_knowledge_sessions_over");
    }

    private static async Task<(KnowledgeItemId Item, SubjectReference Subject)> FillAsync(CrmTestHost<TenantContext> host)
    {
        await using var work = host.Work();
        var item = (await work.Knowledge.WriteAsync(new KnowledgeContent("The kettle stays cold", "Descale it.", ReadingScene.English), Audience.Public)).Value;
        (await work.Knowledge.PublishAsync(item.Id)).Succeeded.Should().BeTrue();
        var subject = new SubjectReference(SubjectKinds.Case, Guid.NewGuid());
        (await work.Get<KnowledgeUses>().LinkAsync(item.Id, subject)).Succeeded.Should().BeTrue();
        await work.SaveAsync();
        foreach (var seed in new[] { "seed", "second seed", "third seed" })
        {
            // A word that three readers use becomes known.
            await using var guest = host.Work(s_guest);
            (await guest.Get<KnowledgeReading>().SearchedAsync("kettle", ReadingScene.English, 1, seed)).Succeeded.Should().BeTrue();
            (await guest.Get<KnowledgeVotes>().VoteAsync(item.Id, true, seed)).Succeeded.Should().BeTrue();
            await guest.SaveAsync();
        }

        await MultiplyAsync<KnowledgeSession>(work.Context, "Id", "Reader");
        await MultiplyAsync<QuestionWord>(work.Context, "QuestionId", "Word", "Reader");
        await MultiplyAsync<KnowledgeWord>(work.Context, "Id", "Word");
        await MultiplyAsync<KnowledgeVote>(work.Context, "Id", "Reader", "KnowledgeItemId");
        await MultiplyAsync<KnowledgeUse>(work.Context, "Id", "SubjectId", "KnowledgeItemId");
#pragma warning disable RS0030
        await work.Context.Database.ExecuteSqlRawAsync("analyze");
#pragma warning restore RS0030
        return (item.Id, subject);
    }

    // Rows alone: one row, multiplied by the database, with other ids.
    private static async Task MultiplyAsync<T>(DbContext context, params string[] ids)
        where T : class
    {
        var isSqlite = context.Database.ProviderName!.Contains("Sqlite", StringComparison.Ordinal);
        var id = isSqlite ? "hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(6))" : "gen_random_uuid()";
        var entity = context.Model.FindEntityType(typeof(T))!;
        var columns = entity.GetProperties().Select(p => p.GetColumnName()).ToList();
#pragma warning disable RS0030, EF1002 // Names and numbers of this test alone.
        await context.Database.ExecuteSqlRawAsync($"""
            insert into {entity.GetTableName()} ({string.Join(", ", columns.Select(c => $"\"{c}\""))})
            with recursive series(n) as (select 1 union all select n + 1 from series where n < {Rows}), seed as (select * from {entity.GetTableName()} limit 1)
            select {string.Join(", ", columns.Select(c => ids.Contains(c) ? id : $"\"{c}\""))} from seed, series
            """);
#pragma warning restore RS0030, EF1002
    }

    private static void Explain(DbCommand command, List<string> plans)
    {
        var text = command.CommandText;
        if (!text.Contains("crm_knowledge_", StringComparison.Ordinal) || !text.StartsWith("select", StringComparison.OrdinalIgnoreCase))
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

    private static void ShouldSeek(List<string> plans, params string[] indexes)
    {
        var plan = string.Join('\n', plans);
        plans.Clear();
        foreach (var index in indexes)
        {
            plan.Should().MatchRegex($"crm_{index}", plan);
        }

        plan.Should().NotMatchRegex("Seq Scan on crm_knowledge_(sessions|query_words|words|votes|uses)", plan);
    }
}
