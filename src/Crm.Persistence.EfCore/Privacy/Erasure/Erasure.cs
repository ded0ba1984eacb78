using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Primitives;
using Crm.Domain.Privacy;
using Crm.Domain.Values;
using Crm.Persistence.EfCore.Customers;
using Crm.Persistence.EfCore.Interactions;
using Crm.Persistence.EfCore.Model;
using Crm.Persistence.EfCore.Outbox;
using Crm.Persistence.EfCore.Saving;
using Crm.Persistence.EfCore.Sql;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Crm.Persistence.EfCore.Privacy;

/// <summary>
/// Erases the rows of one person, as the map says: rows go, are emptied of personal values, or have identifiers struck out. Records
/// whose time is over are emptied whoever they are about.
/// </summary>
internal sealed class Erasure(DbContext context, PersonalRows rows, EventCatalog catalog, string prefix, bool ofEverybody = false)
{
    private readonly ErasedHistory _history = new(context.Model, catalog, RedactionOf(rows));

    // Records about the person and somebody else: a case of an organisation that the person opened.
    private readonly HashSet<Guid> _shared =
    [
        .. rows.Tables.SelectMany(t => t.Images.Where(i => t.IsShared(i, rows.Customers)).Select(i => t.Rows.Key is [var key] ? PersonalTable.IdOf(i[key]) : null)).OfType<Guid>(),
    ];

    // Entries that the timeline of another customer shows too.
    private readonly HashSet<Guid> _ofOthers =
    [
        .. (rows.Find(typeof(TimelineLink))?.Images ?? [])
            .Where(i => (string?)i[nameof(TimelineLink.SubjectKind)] == SubjectKinds.Customer && PersonalTable.IdOf(i[nameof(TimelineLink.SubjectId)]) is { } id && !rows.Customers.Contains(id))
            .Select(i => PersonalTable.IdOf(i[nameof(TimelineLink.EntryId)])).OfType<Guid>(),
    ];

    public Redaction Redaction { get; } = RedactionOf(rows);

    /// <summary>The keys of contents that nobody's contact names once the erasure is done.</summary>
    public IReadOnlyList<string> ReleasedAttachments => rows.Find(typeof(InteractionAttachment)) is { } table
        ? [.. table.Images.Where(i => !IsShared(table, i)).Select(i => (string)i[nameof(InteractionAttachment.StorageKey)]!).Where(k => k != Redaction.Erased)]
        : [];

    public IReadOnlyList<ErasureRows> Plan() => [.. rows.Tables.Select(t => Count(t, [.. t.Images.Select(i => Decide(t, i))]))];

    public async Task<IReadOnlyList<ErasureRows>> ApplyAsync(CancellationToken cancellationToken)
    {
        var done = new List<ErasureRows>();
        foreach (var table in rows.Tables)
        {
            var decisions = new List<Decision>();
            foreach (var image in table.Images)
            {
                var decision = Decide(table, image);
                decisions.Add(decision);
                if (decision.Goes)
                {
                    await table.Rows.DeleteAsync(table.Rows.KeyOf(image), cancellationToken).ConfigureAwait(false);
                }
                else if (decision.Changes.Count > 0)
                {
                    await table.Rows.UpdateAsync(
                        table.Rows.KeyOf(image), decision.Changes.ToDictionary(c => c.Key, c => table.Rows.Encrypted(c.Key, c.Value), StringComparer.Ordinal), cancellationToken).ConfigureAwait(false);
                }
            }

            done.Add(Count(table, decisions));
        }

        if (!ofEverybody)
        {
            await EraseActorAsync(cancellationToken).ConfigureAwait(false);
        }

        return done;
    }

    private static Redaction RedactionOf(PersonalRows rows) => new(PersonalIdentifiers.Of(rows));

    private ErasureRows Count(PersonalTable table, IReadOnlyCollection<Decision> decisions) => new(
        table.Name.StartsWith(prefix, StringComparison.Ordinal) ? table.Name[prefix.Length..] : table.Name,
        decisions.Count(d => d.Goes),
        decisions.Count(d => !d.Goes && d.Changes.Count > 0 && !d.IsShared),
        decisions.Count(d => !d.Goes && d.Changes.Count > 0 && d.IsShared),
        decisions.Count(d => !d.Goes && d.Changes.Count == 0));

    private Decision Decide(PersonalTable table, RowImage image)
    {
        if (table.Goes)
        {
            return new Decision(true, false, []);
        }

        var isShared = IsShared(table, image);
        var changes = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var column in table.Rows.Table.Columns)
        {
            var property = column.PropertyMappings.Select(m => m.Property).FirstOrDefault(p => PersonalData.KindOf(p) is not null);
            if (property is not null && (image[column.Name] ?? OnlyGiven(table, image, property)) is { } stored && PersonalData.KindOf(property) is not (PersonalDataKind.Actor or null))
            {
                var erased = ErasedValue(table, image, column, property, stored, isShared);
                if (!Equals(erased, stored))
                {
                    changes[column.Name] = erased;
                }
            }
        }

        return new Decision(false, isShared, changes);
    }

    private object? ErasedValue(PersonalTable table, RowImage image, IColumn column, IProperty property, object stored, bool isShared)
    {
        switch (property.DeclaringType.ClrType.Name, property.Name)
        {
            case (nameof(Customer), nameof(Customer.DisplayName)) or (nameof(PersonName), nameof(PersonName.Family)) when IsCustomer(table):
                return PrivacyOffice.ErasedName;
            case (nameof(Customer), nameof(Customer.NameFolded)):
                return FoldedText.Of(PrivacyOffice.ErasedName);
            case (nameof(AuditEntry), nameof(AuditEntry.Reason) or nameof(AuditEntry.CorrelationId)) or (nameof(OutboxMessage), nameof(OutboxMessage.CorrelationId) or nameof(OutboxMessage.Error)):
                return null;
            case (nameof(AuditEntry), nameof(AuditEntry.Changes)):
                var type = (string)image[nameof(AuditEntry.AggregateType)]!;
                return _history.IsImpersonal(type) ? Redaction.Of((string)stored) : _history.Changes((string)stored, type, isShared);
            case (nameof(OutboxMessage), nameof(OutboxMessage.Payload)):
                return _history.IsImpersonal((string)image[nameof(OutboxMessage.AggregateType)]!)
                    ? Redaction.Of((string)stored)
                    : _history.Payload((string)stored, (string)image[nameof(OutboxMessage.EventName)]!, isShared);
        }

        if (isShared)
        {
            return stored is string text ? Redaction.Of(text) : stored;
        }

        return column.IsNullable ? null
            : stored is string ? Redaction.Erased[..Math.Min(Redaction.Erased.Length, property.GetMaxLength() ?? int.MaxValue)]
            : throw new InvalidOperationException($"{property.DeclaringType.DisplayName()}.{property.Name} is personal and cannot be empty. Make it optional, or exempt it with a reason.");
    }

    // The name of an erased person stands where the family name stood, also of those who had none: a person has a name.
    private object? OnlyGiven(PersonalTable table, RowImage image, IProperty property) =>
        property.DeclaringType.ClrType == typeof(PersonName) && property.Name == nameof(PersonName.Family) && IsCustomer(table)
        && property.DeclaringType.FindProperty(nameof(PersonName.Given)) is { } given
        && table.Rows.Table.Columns.FirstOrDefault(c => c.PropertyMappings.Any(m => m.Property == given)) is { } column
            ? image[column.Name]
            : null;

    private bool IsCustomer(PersonalTable table) => table == rows.Find(typeof(Customer));

    private bool IsShared(PersonalTable table, RowImage image)
    {
        if (ofEverybody)
        {
            return false;
        }

        if (table == rows.Find(typeof(AuditEntry)) || table == rows.Find(typeof(OutboxMessage)))
        {
            return IsShared(image[nameof(AuditEntry.AggregateId)]);
        }

        // What happened around a record of somebody else, such as a call with a firm about the person.
        if (table == rows.Find(typeof(TimelineEntry)))
        {
            return PersonalTable.IdOf(image[nameof(TimelineEntry.ReferenceId)]) is { } reference
                && (_shared.Contains(reference) || (!rows.Owned.Contains(reference) && _ofOthers.Contains(PersonalTable.IdOf(image[nameof(TimelineEntry.Id)])!.Value)));
        }

        return table.IsShared(image, rows.Customers) || (!table.NamesPart(image, rows.Customers) && table.RootColumns.Any(c => IsShared(image[c])));
    }

    private bool IsShared(object? stored) => PersonalTable.IdOf(stored) is { } id && _shared.Contains(id);

    // The person itself acted, in the portal: its account stands in many tables.
    private async Task EraseActorAsync(CancellationToken cancellationToken)
    {
        var accounts = (rows.Find(typeof(AuditEntry))?.Images ?? [])
            .Where(i => (string?)i[nameof(AuditEntry.ActorKind)] == nameof(ActorKind.PortalCustomer)).Select(i => (string)i[nameof(AuditEntry.ActorId)]!).Distinct(StringComparer.Ordinal).ToList();
        foreach (var account in accounts.Where(a => a != Redaction.Erased))
        {
            foreach (var table in context.Model.GetRelationalModel().Tables)
            {
                var actors = table.Columns.Where(c => c.PropertyMappings.Any(m => PersonalData.KindOf(m.Property) == PersonalDataKind.Actor)).Select(c => c.Name).ToHashSet(StringComparer.Ordinal);
                foreach (var id in actors.Where(a => !a.EndsWith("Name", StringComparison.Ordinal)))
                {
                    var target = new TableRows(context, table);
                    var name = id.EndsWith("Id", StringComparison.Ordinal) ? $"{id[..^2]}Name" : id;
                    var set = new[] { id, name }.Distinct(StringComparer.Ordinal).Where(actors.Contains);
                    await target.ExecuteAsync(
                        c => $"update {target.Sql} set {string.Join(", ", set.Select(s => $"{target.Quoted(s)} = {target.Parameter(c, s, Redaction.Erased)}"))} where {target.Tenant(c)}{target.Quoted(id)} = {target.Parameter(c, id, account)}",
                        cancellationToken).ConfigureAwait(false);
                }
            }
        }
    }

    private sealed record Decision(bool Goes, bool IsShared, Dictionary<string, object?> Changes);
}
