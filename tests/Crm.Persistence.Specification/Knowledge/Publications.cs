using Crm.Domain.Access;
using Crm.Domain.Knowledge;
using Crm.Domain.Values;
using Crm.Persistence.EfCore;
using Crm.Persistence.Specification.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.Specification.Knowledge;

/// <summary>Publishes items and asks for them.</summary>
internal static class Publications
{
    /// <summary>Writes and publishes an item, to be saved.</summary>
    public static async Task<KnowledgeItem> PublishAsync<TContext>(
        this CrmWork<TContext> work, string title, string body = "It is said.", string language = "en", Audience audience = Audience.Public, string? sku = null)
        where TContext : DbContext, ICrmDbContext
    {
        var item = (await work.Knowledge.WriteAsync(new KnowledgeContent(title, body, LanguageTag.Parse(language)) { Sku = sku }, audience)).Value;
        return (await work.Knowledge.PublishAsync(item.Id)).Value;
    }

    /// <summary>Writes and publishes another version, to be saved.</summary>
    public static async Task RewriteAsync<TContext>(this CrmWork<TContext> work, KnowledgeItemId id, string title)
        where TContext : DbContext, ICrmDbContext
    {
        _ = (await work.Knowledge.ReviseAsync(id, new KnowledgeContent(title, "It is said anew.", LanguageTag.Parse("en")))).Value;
        _ = (await work.Knowledge.PublishAsync(id)).Value;
    }

    /// <summary>Writes, publishes and saves an item in a unit of work of its own.</summary>
    public static async Task<KnowledgeItemId> PublishAsync<TContext>(
        this CrmTestHost<TContext> host, string title, string body = "It is said.", string language = "en", Audience audience = Audience.Public, CrmScope? scope = null)
        where TContext : DbContext, ICrmDbContext
    {
        await using var work = host.Work(scope);
        var item = await work.PublishAsync(title, body, language, audience);
        await work.SaveAsync();
        return item.Id;
    }

    /// <summary>The titles that a search finds, in their order.</summary>
    public static async Task<IReadOnlyList<string>> TitlesAsync<TContext>(this CrmWork<TContext> work, string text)
        where TContext : DbContext, ICrmDbContext => [.. (await work.Search.SearchAsync(new KnowledgeCriteria(text))).Hits.Select(h => h.Title)];

    /// <summary>The titles that somebody finds.</summary>
    public static async Task<IReadOnlyList<string>> TitlesAsync<TContext>(this CrmTestHost<TContext> host, string text, CrmScope? scope = null)
        where TContext : DbContext, ICrmDbContext
    {
        await using var work = host.Work(scope ?? new CrmScope(Actor.Guest));
        return await work.TitlesAsync(text);
    }
}
