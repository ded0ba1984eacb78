using System.Globalization;
using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Marketing;
using Crm.Domain.Primitives;
using Crm.Domain.Time;
using Crm.Persistence.EfCore.Outbox;
using Crm.Persistence.EfCore.Saving;
using Crm.Persistence.EfCore.Sql;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.EfCore.Marketing;

/// <summary>Writes what a refresh found to change, as sets: stays that begin, stays that end, and the event of each.</summary>
internal sealed class SegmentChanges(RowFactory rows, IClock clock, CrmPersistenceSettings settings)
{
    private static readonly CustomerId s_customer = CustomerId.From(Guid.Parse("11111111-1111-7111-8111-111111111111"));
    private static readonly SegmentMembershipId s_stay = SegmentMembershipId.From(Guid.Parse("22222222-2222-7222-8222-222222222222"));

    /// <summary>Ends the stays of those who leave for a reason.</summary>
    /// <returns>How many.</returns>
    public async Task<int> LeaveAsync(
        DbContext context, SegmentTables tables, (SegmentId Id, string Key, bool Announces) segment, int? number, SegmentReason reason, Instant moment, CancellationToken cancellationToken)
    {
        var which = $"from {tables.NameOf(SegmentTables.Changes)} as c where c.segment = @key and c.entered = 0 and c.reason = @reason";
        var columns = BulkPlan.For(context, typeof(SegmentMembership)).Columns.ToDictionary(c => c.Name, StringComparer.Ordinal);
        var left = await With(
            SetCommand.Of(
                context,
                $"""
                update {SqlName.OfTable(context, typeof(SegmentMembership))}
                set "IsCurrent" = null, "LeftAt" = @at, "LeftBecause" = @reason, "LeftNumber" = @number, "Version" = "Version" + 1
                where "Id" in (select c.stay {which})
                """)).RunAsync(cancellationToken).ConfigureAwait(false);
        if (left > 0 && segment.Announces)
        {
            await AnnounceAsync(context, tables, new SegmentLeft(s_stay, segment.Id, segment.Key, s_customer, reason, moment), 2, segment.Key, which, reason, moment, cancellationToken).ConfigureAwait(false);
        }

        return left;

        SetCommand With(SetCommand command) => command.With("@key", segment.Key).With("@reason", reason.ToString())
            .With("@number", columns[nameof(SegmentMembership.LeftNumber)], number)
            .With("@at", columns[nameof(SegmentMembership.LeftAt)], columns[nameof(SegmentMembership.LeftAt)].Mapping.Converter!.ConvertToProvider(moment));
    }

    /// <summary>Begins the stays of those who come.</summary>
    /// <returns>How many.</returns>
    public async Task<int> EnterAsync(
        DbContext context, SegmentTables tables, (SegmentId Id, string Key, bool Announces) segment, int number, Instant moment, CancellationToken cancellationToken)
    {
        var which = $"from {tables.NameOf(SegmentTables.Changes)} as c where c.segment = @key and c.entered = 1 and c.reason = @reason";
        var stay = new SegmentMembership(s_stay, segment.Id, segment.Key, s_customer, new SegmentChange(SegmentReason.Criteria) { Number = number }, moment);
        var entered = await InsertAsync(
            context,
            stay,
            new(StringComparer.Ordinal) { [nameof(SegmentMembership.Id)] = "c.stay", [nameof(SegmentMembership.CustomerId)] = "c.customer" },
            which,
            c => c.With("@key", segment.Key).With("@reason", nameof(SegmentReason.Criteria)),
            cancellationToken).ConfigureAwait(false);
        if (entered > 0 && segment.Announces)
        {
            await AnnounceAsync(
                context, tables, new SegmentEntered(s_stay, segment.Id, segment.Key, s_customer, SegmentReason.Criteria, moment), 1, segment.Key, which, SegmentReason.Criteria, moment, cancellationToken)
                .ConfigureAwait(false);
        }

        return entered;
    }

    // The event of each stay is that of a specimen with the ids of the row in the places of the specimen's. Both events of a stay are
    // those of one aggregate, and so are delivered in their order.
    private async Task AnnounceAsync(
        DbContext context, SegmentTables tables, ICrmEvent specimen, long version, string key, string which, SegmentReason reason, Instant moment, CancellationToken cancellationToken)
    {
        if (!settings.WritesOutbox)
        {
            return;
        }

        var scope = ((ICrmDbContext)context).CrmScope ?? throw new InvalidOperationException("CRM rows are written without a CrmScope.");
        var message = rows.Outbox(scope, clock.GetCurrentInstant().ToMicroseconds(), nameof(SegmentMembership), s_stay.Value, version, 0, specimen);
        var (stay, customer) = (Text(s_stay.Value), Text(s_customer.Value));
        var (first, second) = (message.Payload.IndexOf(stay, StringComparison.Ordinal), message.Payload.IndexOf(customer, StringComparison.Ordinal));
        await InsertAsync(
            context,
            message,
            new(StringComparer.Ordinal)
            {
                [nameof(OutboxMessage.Id)] = tables.NewId(moment),
                [nameof(OutboxMessage.AggregateId)] = "c.stay",
                [nameof(OutboxMessage.Payload)] = $"@before || {tables.TextOf("c.stay")} || @between || {tables.TextOf("c.customer")} || @after",
            },
            which,
            c => c.With("@key", key).With("@reason", reason.ToString()).With("@before", message.Payload[..first])
                .With("@between", message.Payload[(first + stay.Length)..second]).With("@after", message.Payload[(second + customer.Length)..]),
            cancellationToken).ConfigureAwait(false);
    }

    private static string Text(Guid id) => id.ToString("D", CultureInfo.InvariantCulture);

    // As many rows as a selection has, each like a specimen but for what the selection says.
    private static async Task<int> InsertAsync<T>(
        DbContext context, T specimen, Dictionary<string, string> selected, string from, Func<SetCommand, SetCommand> with, CancellationToken cancellationToken)
        where T : class
    {
        var columns = BulkPlan.For(context, typeof(T)).Columns;
        var names = string.Join(", ", columns.Select(c => $"\"{c.Name}\""));
        var values = string.Join(", ", columns.Select(c => selected.GetValueOrDefault(c.Name, $"@{c.Parameter}")));
        var command = with(SetCommand.Of(context, $"insert into {SqlName.OfTable(context, typeof(T))} ({names}) select {values} {from}"));
        foreach (var column in columns.Where(c => !selected.ContainsKey(c.Name)))
        {
            command.With("@" + column.Parameter, column, column.StoredValue(specimen, null, (context as ICrmDbContext)?.CrmTenantId));
        }

        return await command.RunAsync(cancellationToken).ConfigureAwait(false);
    }
}
