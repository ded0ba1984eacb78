using System.CommandLine;
using Crm.Domain.Interactions;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Customers;
using Crm.Samples.Console.Hosting;

namespace Crm.Samples.Console.Interactions;

/// <summary>Which statements a command is about.</summary>
internal sealed class StatementFilters(StatementCriteria start)
{
    private readonly Option<string?> _customer = new("--customer") { Description = CustomerLookup.Keys };
    private readonly Option<string?> _kinds = new("--kind") { Description = "requirement, preference, topic" };
    private readonly Option<string?> _statuses = new("--status") { Description = "open, met, confirmed, dropped" };
    private readonly Option<string?> _topic = new("--topic") { Description = "What they are about, as a whole." };
    private readonly Option<string?> _sku = new("--sku") { Description = "The product they are about." };
    private readonly Option<string?> _mentioning = new("--mentioning") { Description = "Beginnings of words that they have." };

    // What the command settles by itself is no option of it.
    public IEnumerable<Symbol> All =>
        [_customer, .. start.Kinds.Count == 0 ? new Symbol[] { _kinds } : [], .. start.Statuses.Count == 0 ? new Symbol[] { _statuses } : [], _topic, _sku, _mentioning];

    public async Task<StatementCriteria> ReadAsync(Run run, CrmSession session, CancellationToken cancellationToken) => start with
    {
        CustomerId = run.Get(_customer) is { } key ? (await session.CustomerAsync(key, cancellationToken)).Id : null,
        Kinds = start.Kinds.Count > 0 ? start.Kinds : [.. ContactOptions.List(run.Get(_kinds)).Select(k => ContactOptions.Named<StatementKind>("--kind", k))],
        Statuses = start.Statuses.Count > 0 ? start.Statuses : [.. ContactOptions.List(run.Get(_statuses)).Select(s => ContactOptions.Named<StatementStatus>("--status", s))],
        Topic = run.Get(_topic),
        Sku = run.Get(_sku),
        Mentioning = run.Get(_mentioning),
    };
}
