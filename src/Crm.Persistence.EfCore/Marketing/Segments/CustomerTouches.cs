using Crm.Domain.Customers;
using Crm.Domain.Feedback;
using Crm.Domain.Insights;
using Crm.Domain.Interactions;
using Crm.Domain.Marketing;
using Crm.Domain.Orders;
using Crm.Domain.Primitives;
using Crm.Domain.Privacy;
using Crm.Domain.Service;
using Crm.Persistence.EfCore.Sql;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using NodaTime;

namespace Crm.Persistence.EfCore.Marketing;

/// <summary>
/// Notes the customers of rows that criteria read, in the transaction that writes the rows. Events would not do: an import is one
/// event of thousands of rows, and figures are replaced without one.
/// </summary>
internal static class CustomerTouches
{
    /// <summary>The column by which rows belong to customers, and by which criteria find them.</summary>
    private const string Owner = "CustomerId";

    // Naming more of them in one statement costs more than asking of everybody.
    private const int MostNamed = 5_000;

    /// <summary>The tables that criteria read, and who is restricted.</summary>
    public static IReadOnlySet<Type> Read { get; } = new HashSet<Type>
    {
        typeof(Person), typeof(Organisation), typeof(ContactPoint), typeof(CustomerAddress), typeof(CustomerTag), typeof(CustomerPreference), typeof(CustomerField),
        typeof(Interaction), typeof(CustomerStatement), typeof(PurchaseFact), typeof(ServiceCase), typeof(CustomerInsight), typeof(SegmentMembership), typeof(PrivacyMeasure), typeof(FeedbackScore), typeof(CustomerFeedback),
    };

    /// <summary>The notes that go with a save.</summary>
    public static IReadOnlyList<object> Of(DbContext context, IReadOnlyCollection<EntityEntry> changed)
    {
        if (!AreNoted(context))
        {
            return [];
        }

        var gone = changed.Where(e => e is { State: EntityState.Deleted, Entity: Customer }).Select(e => ((Customer)e.Entity).Id).ToHashSet();
        return [.. changed.Where(e => Read.Contains(e.Metadata.ClrType)).SelectMany(OwnersOf).Where(id => !gone.Contains(id)).Distinct().Select(Of)];
    }

    /// <summary>Nothing will be asked of a customer that is there no longer.</summary>
    public static Task ForgetAsync(DbContext context, CustomerId id, CancellationToken cancellationToken) => AreNoted(context)
        ? context.Set<SegmentTouch>().Where(t => t.CustomerId == id).ExecuteDeleteAsync(cancellationToken)
        : Task.CompletedTask;

    /// <summary>Notes the customers of rows that were inserted in bulk.</summary>
    public static Task WriteAsync(DbContext context, IEntityType entity, IEnumerable<(object Row, object? RootId)> rows, CancellationToken cancellationToken)
    {
        if (!Read.Contains(entity.ClrType) || !AreNoted(context))
        {
            return Task.CompletedTask;
        }

        // Parts of a customer name it by a column that is no property of theirs.
        var owner = entity.FindProperty(Owner);
        return WriteAsync(
            context,
            [.. rows.Select(r => r.Row is Customer customer ? customer.Id : owner!.IsShadowProperty() ? r.RootId : owner.GetGetter().GetClrValue(r.Row)).OfType<CustomerId>().Distinct()],
            cancellationToken);
    }

    /// <summary>Notes customers of whom something was written by a statement of our own.</summary>
    public static Task WriteAsync(DbContext context, IReadOnlyCollection<CustomerId> ids, CancellationToken cancellationToken) => ids.Count == 0 || !AreNoted(context)
        ? Task.CompletedTask
        : BulkInsert.WriteAsync<SegmentTouch>(context, ids.Count > MostNamed ? [Of(null)] : [.. ids.Select(id => Of(id))], cancellationToken);

    private static bool AreNoted(DbContext context) => context.Model.FindEntityType(typeof(SegmentTouch)) is not null;

    // The order of notes means nothing, so no clock is asked.
    private static SegmentTouch Of(CustomerId? id) => new() { Id = Version7.Create(NodaConstants.UnixEpoch), CustomerId = id };

    private static SegmentTouch Of(CustomerId id) => Of((CustomerId?)id);

    private static IEnumerable<CustomerId> OwnersOf(EntityEntry entry)
    {
        if (entry.Entity is Customer customer)
        {
            return [customer.Id];
        }

        var owner = entry.Property(Owner);
        return new[] { owner.CurrentValue, owner.OriginalValue }.OfType<CustomerId>();
    }
}
