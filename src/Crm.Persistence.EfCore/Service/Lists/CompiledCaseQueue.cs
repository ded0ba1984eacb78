using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using Crm.Domain.Service;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using NodaTime;

namespace Crm.Persistence.EfCore.Service;

/// <summary>
/// The queue that every agent opens all day, compiled once per model: building the query anew each time costs as much as running it.
/// </summary>
internal sealed class CompiledCaseQueue
{
    /// <summary>What a list shows of a case.</summary>
    public static readonly Expression<Func<ServiceCase, CaseSummary>> ToSummary = c =>
        new CaseSummary(c.Id, c.Number, c.CustomerId, c.Subject, c.Status, c.Category, c.Priority, c.AssigneeId, c.OpenedAt)
        {
            Type = c.Type, AwaitingSince = c.AwaitingSince, UpdatedAt = c.UpdatedAt,
        };

    private static readonly ConditionalWeakTable<IModel, CompiledCaseQueue> s_perModel = [];

    public Func<DbContext, string, int, IAsyncEnumerable<CaseSummary>> First { get; } = EF.CompileAsyncQuery(
        (DbContext context, string agent, int take) => context.Set<ServiceCase>()
            .Where(c => c.ResolvedAt == null && c.ClosedAt == null && c.AssigneeId == agent)
            .OrderBy(c => c.Rank).ThenBy(c => c.OpenedAt).ThenBy(c => c.Id)
            .Take(take)
            .Select(ToSummary));

    public Func<DbContext, string, int, Instant, ServiceCaseId, int, IAsyncEnumerable<CaseSummary>> After { get; } = EF.CompileAsyncQuery(
        (DbContext context, string agent, int rank, Instant at, ServiceCaseId id, int take) => context.Set<ServiceCase>()
            .Where(c => c.ResolvedAt == null && c.ClosedAt == null && c.AssigneeId == agent)
            .Where(c => c.Rank >= rank && (c.Rank > rank || (c.OpenedAt >= at && (c.OpenedAt > at || c.Id > id))))
            .OrderBy(c => c.Rank).ThenBy(c => c.OpenedAt).ThenBy(c => c.Id)
            .Take(take)
            .Select(ToSummary));

    public static CompiledCaseQueue For(DbContext context) => s_perModel.GetValue(context.Model, _ => new CompiledCaseQueue());

    /// <summary>Whether criteria are an agent's queue and nothing else.</summary>
    public static bool Serves(CaseCriteria criteria, CaseOrder order) =>
        order == CaseOrder.MostUrgent && criteria.AssigneeId is not null && criteria with { AssigneeId = null } == CaseCriteria.Unresolved;
}
