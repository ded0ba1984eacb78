using System.Runtime.CompilerServices;
using Crm.Domain.Knowledge;
using Crm.Domain.Values;
using Crm.Persistence.EfCore.Sql;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using NodaTime;

namespace Crm.Persistence.EfCore.Knowledge;

/// <summary>The two questions that every search puts to the database, compiled once per model: building them anew costs more than running them.</summary>
internal sealed class CompiledKnowledgeSearch
{
    private static readonly ConditionalWeakTable<IModel, CompiledKnowledgeSearch> s_perModel = [];

    /// <summary>The last number of a series; 0 when none was drawn.</summary>
    public Func<DbContext, string, string, CancellationToken, Task<long>> Last { get; } = EF.CompileAsyncQuery(
        (DbContext context, string scope, string series, CancellationToken cancellationToken) =>
            context.Set<NumberSeriesRow>().Where(r => r.Scope == scope && r.Series == series).Select(r => r.Last).FirstOrDefault());

    /// <summary>Those of some items that are published for one of some audiences; see <see cref="KnowledgeQueries.Published"/>.</summary>
    public Func<DbContext, List<KnowledgeItemId>, List<Audience>, Instant, IAsyncEnumerable<KnowledgeItemId>> Readable { get; } = EF.CompileAsyncQuery(
        (DbContext context, List<KnowledgeItemId> ids, List<Audience> audiences, Instant now) => context.Set<KnowledgeItem>().IgnoreAutoIncludes()
            .Where(i => i.ArchivedAt == null && i.PublishedAt <= now && (i.ExpiresAt == null || i.ExpiresAt > now) && audiences.Contains(i.Audience))
            .Where(i => ids.Contains(i.Id))
            .Select(i => i.Id));

    public static CompiledKnowledgeSearch For(DbContext context) => s_perModel.GetValue(context.Model, _ => new CompiledKnowledgeSearch());
}
